/**
 * The script that the loader fetches: the same host that the shell runs, behind the few functions
 * that the loader needs. It is handed over through the script's own element, without a global.
 */
import { dressIn, systemDark } from './appearance/look.ts'
import type { AttachHostScript } from './handover.ts'
import { createEmbedHost, looksOf, type EmbedHost, type SessionState } from './host/embed-host.ts'
import { inTime } from './host/in-time.ts'
import { currentScript } from './releases/current-script.ts'
import { createRegistry } from './releases/registry.ts'
import { takePolicy } from './releases/scripts.ts'
import type { EmbedOptions } from './sdk.ts'
import type { Placement } from './view/placement.ts'
import { drawnIn, seatView, tellOf } from './view/seated-view.ts'

/** So long the end of a session may take on the server. */
const leavingMs = 2_000

const attach: AttachHostScript = (page) => {
  takePolicy(page.policy)
  const registry = createRegistry(page.origin)
  const hosts = new Map<EmbedOptions, EmbedHost>()
  const shown = new Map<HTMLElement, { options: EmbedOptions; placement: Placement }>()

  function hostOf(options: EmbedOptions): EmbedHost {
    const { origin } = page
    const tell = (state: SessionState) => {
      for (const element of elementsOf(options)) tellOf(element, 'sonaqor-session', { state })
    }
    const host = hosts.get(options) ?? createEmbedHost({ origin, options, registry, tell })
    hosts.set(options, host)
    return host
  }

  function hide(element: HTMLElement) {
    shown.get(element)?.placement.remove()
    if (shown.delete(element)) dressIn(element)
  }

  /** A frame of ours has a session of its own, and takes its line with it once that has ended. */
  function leave(element: HTMLElement): Promise<void>[] {
    const { placement } = shown.get(element) ?? {}
    if (!placement?.leave) return []
    shown.delete(element)
    dressIn(element)
    const left = inTime(placement.leave(), leavingMs).catch(() => undefined)
    return [left.then(() => placement.remove())]
  }

  const elementsOf = (session: EmbedOptions) =>
    [...shown].filter(([, { options }]) => options === session).map(([element]) => element)

  const sessions = () =>
    [...hosts].map(([options, host]) => ({ options, host, elements: elementsOf(options) }))

  function redress(options: EmbedOptions) {
    // First the elements: a frame of ours is told how they look.
    for (const element of elementsOf(options)) dressIn(element, options.appearance)
    hosts.get(options)?.update(looksOf(options))
  }
  systemDark().addEventListener('change', () => [...hosts.keys()].forEach(redress))

  async function doctor() {
    const { openDoctor } = await import('./doctor/overlay.ts')
    await openDoctor({ ...page, registry, sessions, shown: drawnIn })
  }

  /** By the address it opens where nobody has a console: on a phone, or at a customer's. */
  function doctorIfAsked() {
    if (location.hash === '#sonaqor-doctor') doctor().catch((error: unknown) => reportError(error))
  }
  doctorIfAsked()
  addEventListener('hashchange', doctorIfAsked)

  return {
    async elements() {
      const modules = await registry.modules()
      const views = modules.flatMap(({ manifest }) => manifest.views)
      return views.flatMap(({ element }) => element ?? [])
    },
    show(seat, options) {
      const { element } = seat
      const there = shown.get(element)
      if (there?.options === options) return
      if (there) hide(element)
      dressIn(element, options.appearance)
      const placement = seatView(hostOf(options), seat, options)
      shown.set(element, { options, placement })
    },
    hide,
    update: redress,
    async end(options, forGood) {
      const host = hosts.get(options)
      hosts.delete(options)
      const left = forGood ? elementsOf(options).flatMap(leave) : []
      for (const element of elementsOf(options)) hide(element)
      // Nobody who signs out waits for a server that hangs.
      const told = Promise.allSettled([...left, host?.end(forGood)])
      await inTime(told, leavingMs).catch(() => undefined)
    },
    doctor,
  }
}

currentScript().dispatchEvent(new CustomEvent('sonaqor-host', { detail: attach }))
