import type { Params, ViewStateStore } from '@sonaqor/module'
import { navigateToUrl } from '../single-spa/single-spa.ts'

/** The one part of the shell that touches history. */
export interface Router {
  path(): string
  /** Goes to a path of the shell, with a query if there is one. */
  go(path: string, params?: Params): void
  /** Goes to another path in place of this one, so that the way back does not lead here again. */
  replace(path: string): void
  /** What the reader chose in the view at this address: its query. */
  readonly viewState: ViewStateStore
  /** Hears of every change of path or query. */
  subscribe(listener: () => void): () => void
  /**
   * From now on links to paths of the shell stay in the page, until the returned function is called.
   * Where nothing stands that could show another path, a link loads it like any other.
   */
  followLinks(): () => void
}

export function createRouter(): Router {
  let query = location.search
  let state = paramsOf(query)

  function read(): Params {
    if (query !== location.search) {
      query = location.search
      state = paramsOf(query)
    }
    return state
  }

  return {
    path: () => location.pathname,
    go: (path, params = {}) => navigateToUrl(path + queryOf(params)),
    replace: (path) => history.replaceState(history.state, '', path),
    viewState: {
      read,
      // Most of it is no place to go back to: the address follows it without a step in history.
      write(next, manner) {
        const asked = queryOf(next)
        const address = location.pathname + asked
        const isStep = manner === 'step' && asked !== location.search
        if (isStep) history.pushState({ from: location.search }, '', address)
        else if (manner === 'back' && history.state?.from === asked) history.back()
        else history.replaceState(history.state, '', address)
      },
      subscribe,
    },
    subscribe,
    followLinks,
  }
}

function followLinks(): () => void {
  document.addEventListener('click', follow)
  return () => document.removeEventListener('click', follow)
}

function follow(event: MouseEvent): void {
  const path = pathOfLink(event)
  if (!path) return
  event.preventDefault()
  navigateToUrl(path)
}

/** single-spa tells of every change of the address, whoever made it. */
function subscribe(listener: () => void): () => void {
  const hear = () => listener()
  window.addEventListener('single-spa:routing-event', hear)
  return () => window.removeEventListener('single-spa:routing-event', hear)
}

function paramsOf(query: string): Params {
  return Object.fromEntries(new URLSearchParams(query))
}

function queryOf(params: Params): string {
  const query = new URLSearchParams({ ...params }).toString()
  return query && `?${query}`
}

/** With a modifier or a target a link leaves the page. */
function pathOfLink(event: MouseEvent): string | undefined {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return undefined
  // Links inside a view's shadow root are seen on the path of the event alone.
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
  if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) {
    return undefined
  }
  return link.pathname + link.search
}
