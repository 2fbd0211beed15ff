import type { ModuleManifest, ViewManifest } from '@sonaqor/contract/manifest'
import type { RegisteredModule } from '@sonaqor/contract/releases'
import type { Params } from '@sonaqor/module'
import {
  registerApplication,
  start,
  triggerAppChange,
  unregisterApplication,
} from './single-spa.ts'
import type { Host } from './host.ts'
import type { Placement } from './placement.ts'
import type { Router } from './router.ts'
import { navIn } from './titles.ts'

export type NavItem = ModuleManifest['nav'][number]

interface Page {
  readonly manifest: ModuleManifest
  readonly nav: NavItem
  readonly view: ViewManifest
}

/** The pages of the shell, as the modules announce them. */
export interface Routes {
  /** The items that the principal's scopes allow, in their order. */
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
 * The applications themselves never break: what may fail is the placement in them, with its retry.
 * A page that was known once stays at its path, so that a release that was taken away is missed in
 * its place and comes back there.
 */
export async function registerModules(
  host: Host,
  router: Router,
  main: HTMLElement,
): Promise<Routes> {
  const pages = new Map<string, Page>()
  let failure: unknown
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const current = () => [...pages.values()].find(({ nav }) => matches(nav.path, router.path()))

  function learn(modules: readonly RegisteredModule[]) {
    for (const page of modules.flatMap(pagesOf)) {
      if (!pages.has(page.view.name)) registerPage(page.view.name)
      pages.set(page.view.name, page)
    }
    tell()
  }

  function registerPage(view: string) {
    registerApplication({
      name: view,
      activeWhen: () => current()?.view.name === view,
      app: placedIn(main, (element) =>
        host.place(element, {
          view,
          viewState: router.viewState,
          navigate: (to, params) => go(to, params),
        }),
      ),
    })
  }

  function go(view: string, params?: Params) {
    const page = pages.get(view)
    if (page) router.go(page.nav.path, params)
  }

  /** What is known of the pages is worth more than that it cannot be asked for again just now. */
  async function learnFrom(ask: () => Promise<readonly RegisteredModule[]>) {
    try {
      const modules = await ask()
      failure = undefined
      learn(modules)
    } catch (error) {
      failure = pages.size === 0 ? error : undefined
      tell()
    }
  }

  async function learnAgain() {
    await learnFrom(() => host.registry.modules())
    await triggerAppChange()
  }

  async function refresh() {
    await learnFrom(async () => {
      await host.refresh()
      return host.registry.modules()
    })
    await triggerAppChange()
  }

  const titled = ({ manifest, nav }: Page) => navIn(manifest, nav, host.state().locale)
  const unsubscribe = router.subscribe(tell)
  const unfollow = host.onChange(tell)
  const unwatch = host.registry.watch(() => void learnAgain())
  await learnFrom(() => host.registry.modules())
  startOnce()

  return {
    nav: () =>
      [...pages.values()]
        .filter(({ view }) => isAllowed(host, view))
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
    failure: () => failure,
    refresh,
    async end() {
      unsubscribe()
      unfollow()
      unwatch()
      await Promise.all([...pages.keys()].map(unregisterApplication))
    },
  }
}

let started = false

/** single-spa is started for the life of the page; a later principal finds it running. */
function startOnce() {
  if (!started) start({ urlRerouteOnly: true })
  started = true
}

function placedIn(main: HTMLElement, show: (element: HTMLElement) => Placement) {
  let element: HTMLElement | undefined
  let placement: Placement | undefined
  return {
    bootstrap: async () => undefined,
    async mount() {
      element = main.appendChild(document.createElement('div'))
      placement = show(element)
    },
    async unmount() {
      placement?.remove()
      element?.remove()
    },
  }
}

function pagesOf({ manifest }: RegisteredModule): Page[] {
  return manifest.nav.flatMap((nav) => {
    const view = manifest.views.find(({ name }) => name === nav.view)
    return view ? [{ manifest, nav, view }] : []
  })
}

function matches(path: string, at: string): boolean {
  return at === path || (path !== '/' && at.startsWith(`${path}/`))
}

function isAllowed(host: Host, view: ViewManifest): boolean {
  const held = host.state().principal?.scopes ?? []
  return view.scopes.every((scope) => held.includes(scope))
}
