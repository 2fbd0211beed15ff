import { createClient } from '@sonaqor/contract/client'
import type { ViewManifest } from '@sonaqor/contract/manifest'
import type { RegisteredModule } from '@sonaqor/contract/releases'
import { openTransport } from './transport.ts'

/** A view, and the release that it is part of. */
export interface FoundView {
  readonly module: RegisteredModule
  readonly view: ViewManifest
}

export interface Registry {
  /** The modules as last heard; asks if nothing was heard yet. */
  modules(): Promise<readonly RegisteredModule[]>
  /** Asks again. */
  refresh(): Promise<readonly RegisteredModule[]>
  /** Finds a view by its name, or by its custom element. */
  find(name: string): Promise<FoundView>
}

/** Knows which release of each module is current. One for all hosts of a page. */
export function createRegistry(origin: string): Registry {
  const api = createClient(openTransport(origin))
  let known: Promise<readonly RegisteredModule[]> | undefined

  async function ask(): Promise<readonly RegisteredModule[]> {
    const { modules } = await api.registry.show()
    return modules.map(({ baseUrl, manifest }) => ({
      manifest,
      baseUrl: new URL(baseUrl, origin).href,
    }))
  }

  function refresh() {
    const asked = ask()
    known = asked
    asked.catch(() => {
      if (known === asked) known = undefined
    })
    return asked
  }

  return {
    refresh,
    modules: () => known ?? refresh(),
    async find(name) {
      const found = findIn(await (known ?? refresh()), name) ?? findIn(await refresh(), name)
      if (!found) throw new Error('This part of the dashboard is not available at the moment.')
      return found
    },
  }
}

function findIn(modules: readonly RegisteredModule[], name: string): FoundView | undefined {
  return modules
    .flatMap((module) => module.manifest.views.map((view) => ({ module, view })))
    .find(({ view }) => view.name === name || view.element === name)
}
