import type { Params } from '@sonaqor/module'
import type { Host } from '../host/host.ts'
import { whenAborted } from '../host/when-aborted.ts'
import { buttonThat, elementOf } from '../stage/draw.ts'
import type { Notice } from '../stage/notices.ts'
import type { Stage } from '../stage/stage.ts'
import * as texts from '../texts/en.ts'

interface Leaving {
  readonly view: string
  readonly params: Params
  /** The window that the browser gave, if it gave one. */
  readonly opened: Window | null
  /** The view that leads there is there no more. */
  readonly gone: AbortSignal
}

/**
 * Shows a view of ours in a window of its own, where a member signs in and does what a session of a
 * partner's page may not. Settles when the person is back, as far as that can be told: they say so,
 * the page has the focus again, or something happened to what the view is about.
 */
export async function leaveFor(host: Host, stage: Stage, leaving: Leaving): Promise<void> {
  const { opened, gone } = leaving
  const url = await addressOf(host, leaving)
  opened?.location.replace(url)
  const over = new AbortController()
  const back = () => over.abort()
  const [area = ''] = leaving.view.split('.')
  const stopHearing = host.live.subscribe(area, (events) => events.length > 0 && back())
  whenSeenAgain(back, over.signal)
  whenAborted(gone, back)
  stage.put('leaving', opened ? goOnThere(back) : openIt(url, back))
  // Nothing happened that anybody saw, and what says why may be out of sight.
  if (!opened) stage.root.querySelector<HTMLElement>('.news > a')?.focus()
  await new Promise<void>((done) => whenAborted(over.signal, done))
  stopHearing()
  stage.put('leaving')
}

/**
 * The page of the shell that shows the view, as its module says and nobody else: in the environment
 * that is looked at here, with the page that is left. No more than this stands in it.
 */
async function addressOf({ registry, origin, around, state }: Host, { view, params }: Leaving) {
  const { module } = await registry.find(view)
  const page = module.manifest.nav.find((item) => item.view === view)
  if (!page) throw new Error(`${view} has no page of its own.`)
  const url = new URL(page.path, origin)
  const { environment } = state()
  const query = { ...params, environment, back: around ?? location.origin }
  url.search = new URLSearchParams(query).toString()
  return url.href
}

/** Whoever has been away comes back; a page that was never left has nobody coming. */
function whenSeenAgain(back: () => void, signal: AbortSignal): void {
  let wasAway = false
  const look = () => {
    if (document.hasFocus() && document.visibilityState === 'visible') {
      if (wasAway) back()
    } else wasAway = true
  }
  window.addEventListener('blur', look, { signal })
  window.addEventListener('focus', look, { signal })
  document.addEventListener('visibilitychange', look, { signal })
}

const goOnThere =
  (back: () => void): Notice =>
  (say) => [elementOf('p', 'words', say(texts.goOnThere)), buttonThat(say(texts.iAmBack), back)]

/** A browser that opens no window by itself opens one by a link. */
const openIt =
  (url: string, back: () => void): Notice =>
  (say) => {
    const link = elementOf('a', 'button', say(texts.openWindow))
    link.href = url
    link.target = '_blank'
    link.rel = 'noopener'
    return [
      elementOf('p', 'words', say(texts.windowBlocked)),
      link,
      buttonThat(say(texts.iAmBack), back),
    ]
  }
