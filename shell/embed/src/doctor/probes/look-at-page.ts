import type { RegisteredModule } from '@sonaqor/contract/releases'
import type { LoaderFacts, ShownFacts } from '../checks/release.ts'
import type { ElementFacts } from '../checks/scopes.ts'
import type { DoctorPage } from '../doctor-page.ts'
import type { TriedSession } from './try-session.ts'

/** An element of ours as it stands in the page, and what was asked for where it does not say so. */
export interface FoundElement {
  readonly element: HTMLElement
  readonly view: string
}

/** All custom elements of ours in the page, and whatever else the page has mounted a view in. */
export function findElements({ sessions, shown }: DoctorPage): readonly FoundElement[] {
  const written = [...document.querySelectorAll<HTMLElement>('*')].filter(({ localName }) =>
    localName.startsWith('sonaqor-'),
  )
  const mounted = sessions().flatMap(({ elements }) => elements)
  return [...new Set([...written, ...mounted])].flatMap((element) => {
    const view = shown(element)?.view ?? element.localName
    return view.startsWith('sonaqor-') || view.includes('.') ? { element, view } : []
  })
}

/** What each of them needs of its session. */
export function elementFacts(
  page: DoctorPage,
  found: readonly FoundElement[],
  tried: readonly TriedSession[],
): readonly ElementFacts[] {
  const sessions = page.sessions()
  return found.map(({ element, view }) => {
    const own = sessions.find(({ elements }) => elements.includes(element))?.options
    const session = own?.name ?? element.getAttribute('session') ?? ''
    const one = tried.find(({ options }) =>
      own ? options === own : (options.name ?? '') === session,
    )
    return {
      element: element.localName,
      view: view === element.localName ? undefined : view,
      session,
      isStarted: one !== undefined,
      granted: one?.granted,
      expects: {
        app: element.getAttribute('app') ?? undefined,
        environment: element.getAttribute('environment') ?? undefined,
      },
    }
  })
}

/** Which release each of them runs: a release leaves its container in the one global of the page. */
export function shownFacts(
  { shown }: DoctorPage,
  found: readonly FoundElement[],
  modules: readonly RegisteredModule[],
): readonly ShownFacts[] {
  const loaded = Object.keys(SonaqorRuntime.containers)
  return found.flatMap(({ element, view }) => {
    const known = shown(element)
    const module = modules.find(({ manifest }) =>
      manifest.views.some((one) => one.name === view || one.element === view),
    )
    // In a frame of ours it runs out of sight; an element of no module is told of elsewhere.
    if (!module || element.shadowRoot?.querySelector('iframe:not(.tried)')) return []
    const { name, version } = module.manifest
    const current = `${name}@${version}`
    const release =
      known?.release ?? loaded.findLast((one) => one === current || one.startsWith(`${name}@`))
    return { element: element.localName, release, current, error: known?.error ?? alertIn(element) }
  })
}

/** What stands in place of a view that failed. */
function alertIn({ shadowRoot }: HTMLElement): string | undefined {
  const alert = shadowRoot?.querySelector('[role="alert"]:not([hidden])')
  return alert?.querySelector('p')?.textContent ?? alert?.firstChild?.textContent ?? undefined
}

export async function lookAtLoader(origin: string): Promise<LoaderFacts> {
  const address = `${origin}/embed/v1.js`
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    .filter(({ src }) => src.startsWith(address))
    .map((script) => ({
      src: address,
      hasCrossOrigin: script.crossOrigin !== null,
      hasIntegrity: script.integrity !== '',
      isBlocking: !script.async && !script.defer && script.type !== 'module',
    }))
  return { tags, isCurrent: await isCurrent(address, origin) }
}

/** The loader names the host script that belongs to it, by its hash. */
async function isCurrent(address: string, origin: string): Promise<boolean | undefined> {
  try {
    // Its later parts are named alike.
    const files = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(`${origin}/embed/host/host.`))
      .map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
    if (files.length === 0) return undefined
    const answer = await fetch(address, { cache: 'no-cache', credentials: 'omit' })
    if (!answer.ok) return undefined
    const loader = await answer.text()
    return files.some((file) => loader.includes(file))
  } catch {
    // The page may have put something of its own in the place of what is asked here.
    return undefined
  }
}
