/** Which scopes the accepted requests of a key take, and those of the sessions that it opened. */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { EmbedPrincipal, KeyPrincipal } from '../../../core/access/index.ts'
import type { Exchange } from '../../../core/feature/index.ts'
import { counting, refused } from '../../../core/traffic/index.ts'
import { addScopeUses } from './scope-uses.store.ts'

export interface ScopeUse {
  readonly keyId: string
  readonly scope: ScopeName
  /** In UTC. */
  readonly day: string
}

export const scopeUses = counting<ScopeUse>({
  read: ({ principal, endpoint, taken, at, response }) => {
    const keyId = keyOf(principal)
    if (!keyId || !endpoint || refused.has(response.status)) return []
    const { access, reveals } = endpoint.options
    const day = at.toISOString().slice(0, 10)
    return [...principal.scopes]
      .filter((scope) => scope === access || scope === reveals || taken.has(scope))
      .map((scope) => ({ keyId, scope, day }))
  },
  write: addScopeUses,
})

function keyOf(principal: Exchange['principal'] | KeyPrincipal | EmbedPrincipal): string | null {
  if (principal.kind === 'key') return principal.id
  return principal.kind === 'embed' ? principal.keyId : null
}
