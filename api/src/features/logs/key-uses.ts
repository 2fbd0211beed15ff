import { systemPrincipal, type KeyPrincipal } from '../../core/access/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { markKeysUsed } from '../keys/index.ts'

const everyMs = 1000

/** When keys were last used: gathered here and written once a second, not once a request. */
export interface KeyUses {
  note(key: KeyPrincipal, at: Date): void
  /** Writes what has been gathered. */
  flush(): Promise<void>
}

export function createKeyUses({ scopes, log }: Foundation): KeyUses {
  let byTenant = new Map<string, Map<string, Date>>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const gathered = byTenant
    byTenant = new Map()
    for (const [tenantId, lastUses] of gathered) {
      try {
        await scopes.run(systemPrincipal('logs', tenantId, null), (scope) =>
          markKeysUsed(scope, lastUses),
        )
      } catch (error) {
        // It is a convenience for people, and the next use of the key says it again.
        log.warn({ err: error }, 'the last uses of keys were not written')
      }
    }
  }

  return {
    note(key, at) {
      const lastUses = byTenant.get(key.tenantId) ?? new Map<string, Date>()
      byTenant.set(key.tenantId, lastUses.set(key.id, at))
      timer ??= setTimeout(() => void flush(), everyMs).unref()
    },
    flush,
  }
}
