/** When sessions were last seen: gathered here and written every few seconds, not once a request. */
import { systemPrincipal } from '../../core/access/index.ts'
import type { Recorder } from '../../core/feature/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { markSeen } from './embeds.store.ts'

const everyMs = 3000

export interface SessionUses {
  readonly recorder: Recorder
  /** Writes what has been gathered. */
  flush(): Promise<void>
}

export function createSessionUses({ scopes, log }: Foundation): SessionUses {
  let byTenant = new Map<string, Map<string, Date>>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const gathered = byTenant
    byTenant = new Map()
    for (const [tenantId, lastSeen] of gathered) {
      try {
        await scopes.run(systemPrincipal('embeds', tenantId, null), (scope) =>
          markSeen(scope, lastSeen),
        )
      } catch (error) {
        // It is a convenience for people, and the next call of the page says it again.
        log.warn({ err: error }, 'when sessions were last seen was not written')
      }
    }
  }

  return {
    recorder: {
      name: 'embeds',
      wants: ({ principal, response }) => principal.kind === 'embed' && response.status !== 401,
      async record({ principal, at }) {
        if (principal.kind !== 'embed') return
        const { id, tenantId } = principal
        const lastSeen = byTenant.get(tenantId) ?? new Map<string, Date>()
        byTenant.set(tenantId, lastSeen.set(id, at))
        timer ??= setTimeout(() => void flush(), everyMs).unref()
      },
    },
    flush,
  }
}
