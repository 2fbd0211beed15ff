import { createClient } from '@sonaqor/contract/client'
import type { ViewManifest } from '@sonaqor/contract/manifest'
import type { RegisteredModule } from '@sonaqor/contract/releases'
import { faults, HostFailure } from '../host/failure.ts'
import { whileSeen } from '../host/while-seen.ts'
import { openTransport } from '../session/transport.ts'

/** A view, and the release that it is part of. */
export interface FoundView {
  readonly module: RegisteredModule
  readonly view: ViewManifest
}

export interface Registry {
  /** The modules as heard within the last minute. */
  modules(): Promise<readonly RegisteredModule[]>
  /** Asks again. */
  refresh(): Promise<readonly RegisteredModule[]>
  /** Finds a view by its name, or by its custom element. */
  find(name: string): Promise<FoundView>
  /**
   * Hears when other releases have become current; returns the way to stop. While somebody listens
   * and the page is seen, the registry is asked once a minute.
   */
  watch(listener: () => void): () => void
}

const freshForMs = 60_000

/** Knows which release of each module is current. */
export function createRegistry(origin: string, transport = openTransport(origin)): Registry {
  // Without a header, for which the page would first have to ask whether it may send it.
  const api = createClient((request) => transport({ ...request, headers: {} }))
  let heard: readonly RegisteredModule[] = []
  let heardUntil = 0
  const listeners = new Set<() => void>()
  let stopAsking: (() => void) | undefined
  let asking: Promise<readonly RegisteredModule[]> | undefined

  async function ask(): Promise<readonly RegisteredModule[]> {
    const reply = await api.registry.show()
    const before = addressesOf(heard)
    heard = reply.modules.map(({ baseUrl, manifest }) => ({
      manifest,
      baseUrl: new URL(baseUrl, origin).href,
    }))
    heardUntil = performance.now() + freshForMs
    if (before !== '' && before !== addressesOf(heard)) for (const tell of listeners) tell()
    return heard
  }

  function refresh() {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  async function modules() {
    if (performance.now() < heardUntil) return heard
    const asked = refresh()
    // What was current a while ago is better than nothing, while the registry cannot be reached.
    return heard.length > 0 ? asked.catch(() => heard) : asked
  }

  return {
    modules,
    refresh,
    async find(name) {
      const found = findIn(await modules(), name) ?? findIn(await refresh(), name)
      if (!found) throw new HostFailure(faults.unavailable)
      return found
    },
    watch(listener) {
      const tell = () => listener()
      listeners.add(tell)
      // While it cannot be reached, what is known of the releases is the best there is.
      stopAsking ??= whileSeen(freshForMs, () => void refresh().catch(() => undefined))
      return () => {
        listeners.delete(tell)
        if (listeners.size > 0) return
        stopAsking?.()
        stopAsking = undefined
      }
    },
  }
}

const addressesOf = (modules: readonly RegisteredModule[]) =>
  modules.map(({ baseUrl }) => baseUrl).join(' ')

function findIn(modules: readonly RegisteredModule[], name: string): FoundView | undefined {
  return modules
    .flatMap((module) => module.manifest.views.map((view) => ({ module, view })))
    .find(({ view }) => view.name === name || view.element === name)
}
