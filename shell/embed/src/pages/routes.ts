import type { Params } from '@sonaqor/module'
import type { Host } from '../host/host.ts'
import { navIn } from '../releases/titles.ts'
import { register, startOnce } from '../single-spa/application.ts'
import { triggerAppChange, unregisterApplication } from '../single-spa/single-spa.ts'
import { mayShow } from '../view/may-show.ts'
import { createKnownPages } from './known-pages.ts'
import { pageAt, type NavItem, type Page } from './pages.ts'
import type { Router } from './router.ts'

export type { NavItem } from './pages.ts'

/** The pages of the shell, as the modules announce them. */
export interface Routes {
  /** The items that the principal's scopes allow, in their order; pages under another's have none. */
  nav(): readonly NavItem[]
  /** The item whose page is shown. */
  current(): NavItem | undefined
  /** Hears when the items, the page shown or the language has changed. */
  subscribe(listener: () => void): () => void
  /** Why no page is known: the registry gave no answer. */
  failure(): unknown
  /**
   * Asks for the current releases: new pages appear, and each view is shown in its current release.
   * Never rejects; `failure` tells.
   */
  refresh(): Promise<void>
  /** Takes every page away, before another principal signs in. */
  end(): Promise<void>
}

/**
 * Makes each page that a module announces a single-spa application at its path, drawn in `main`.
 * A page that was known once stays at its path, so that a release that was taken away is missed in
 * its place and comes back there.
 */
export async function registerModules(
  host: Host,
  router: Router,
  main: HTMLElement,
): Promise<Routes> {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const pages = createKnownPages({ onNew: registerPage, onLearnt: tell })
  const current = () => pageAt(pages.all(), router.path())
  const titled = ({ manifest, nav }: Page) => navIn(manifest, nav, host.state().locale)

  function registerPage({ view: { name } }: Page) {
    register({
      name,
      main,
      isActive: () => current()?.view.name === name,
      place: (element) =>
        host.place(element, {
          view: name,
          viewState: router.viewState,
          navigate: go,
          permalink: (_, state) => addressOf(router.path(), state),
        }),
    })
  }

  function go(view: string, params?: Params) {
    const page = pages.find(view)
    if (page) router.go(page.nav.path, params)
  }

  const askRegistry = () => host.registry.modules()

  async function learnAnew(ask: typeof askRegistry) {
    await pages.learnFrom(ask)
    await triggerAppChange()
  }

  const stops = [
    router.followLinks(),
    router.subscribe(tell),
    host.onChange(tell),
    host.registry.watch(() => void learnAnew(askRegistry)),
  ]
  await pages.learnFrom(askRegistry)
  startOnce()

  return {
    nav: () =>
      pages
        .all()
        .filter(({ nav, view }) => !nav.under && mayShow(view, host.state().principal))
        .map(titled)
        .toSorted((a, b) => a.order - b.order),
    current() {
      const page = current()
      return page && titled(page)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    failure: pages.failure,
    refresh: () => learnAnew(() => host.refresh().then(askRegistry)),
    async end() {
      for (const stop of stops) stop()
      await Promise.all(pages.all().map(({ view }) => unregisterApplication(view.name)))
    },
  }
}

/** Where whoever gets the link finds the same page in the same state. */
function addressOf(path: string, state: Params): string {
  const address = new URL(path, location.origin)
  address.search = new URLSearchParams({ ...state }).toString()
  return address.href
}
