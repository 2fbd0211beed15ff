/** Who may hear of an event: the same tenant, environment and app, and the scope to read such things. */
import { scopeTable, type Environment, type Scope as ScopeName } from '@sonaqor/contract/access'
import type { TenantPrincipal } from '../access/index.ts'
import type { NumberedEvent } from '../events/index.ts'

/** Listeners who may hear exactly the same; they share a room, and an event is put together once. */
export interface Audience {
  readonly key: string
  readonly tenantId: string
  readonly environments: readonly Environment[]
  readonly appIds: 'all' | readonly string[]
  readonly scopes: ReadonlySet<ScopeName>
}

const readScopes = (Object.keys(scopeTable) as ScopeName[]).filter((name) => name.endsWith(':read'))

export function audienceOf(principal: TenantPrincipal): Audience {
  const { tenantId, environments, appIds, scopes } = principal
  const heard = readScopes.filter((name) => scopes.has(name))
  return {
    key: [tenantId, environments, appIds, heard].map(String).join(' '),
    tenantId,
    environments,
    appIds,
    scopes: new Set(heard),
  }
}

/** An event is named after its area; where reading that area takes a scope, so does hearing of it. */
export function hears(audience: Audience, event: NumberedEvent): boolean {
  const { tenantId, environments, appIds, scopes } = audience
  const needed = `${event.type.split('.')[0]}:read`
  return (
    event.tenantId === tenantId &&
    (event.environment === null || environments.includes(event.environment)) &&
    (event.appId === null || appIds === 'all' || appIds.includes(event.appId)) &&
    (!(needed in scopeTable) || scopes.has(needed as ScopeName))
  )
}
