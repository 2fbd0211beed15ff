import { systemPrincipal } from '../access/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Scope } from '../scope/index.ts'

/** When the things of one kind were last used: gathered here and written at times, not once a request. */
export interface LastUses {
  note(thing: { readonly id: string; readonly tenantId: string }, at: Date): void
  /** Writes what has been gathered. */
  flush(): Promise<void>
}

export interface LastUsesOf {
  /** What is used; for the log. */
  readonly things: string
  /** The feature that writes. */
  readonly by: string
  readonly everyMs: number
  /** Writes those of one tenant, by their ids. */
  write(scope: Scope, lastUses: ReadonlyMap<string, Date>): Promise<void>
}

export function createLastUses(
  { scopes, log }: Pick<Foundation, 'scopes' | 'log'>,
  { things, by, everyMs, write }: LastUsesOf,
): LastUses {
  let byTenant = new Map<string, Map<string, Date>>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const gathered = byTenant
    byTenant = new Map()
    for (const [tenantId, lastUses] of gathered) {
      try {
        await scopes.run(systemPrincipal(by, tenantId), (scope) => write(scope, lastUses))
      } catch (error) {
        // It is a convenience for people, and the next use of the thing says it again.
        log.warn({ err: error, things }, 'when things were last used was not written')
      }
    }
  }

  return {
    note({ id, tenantId }, at) {
      const lastUses = byTenant.get(tenantId) ?? new Map<string, Date>()
      const known = lastUses.get(id)
      // A request that took longer may have come before one that is noted already.
      if (!known || known < at) byTenant.set(tenantId, lastUses.set(id, at))
      timer ??= setTimeout(() => void flush(), everyMs).unref()
    },
    flush,
  }
}
