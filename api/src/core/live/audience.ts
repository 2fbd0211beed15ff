/** Who may hear of an event: the same tenant, environment and app, and the scope that it takes. */
import type { Environment } from '@sonaqor/contract/access'
import type { EventType } from '@sonaqor/contract/event'
import type { TenantPrincipal } from '../access/index.ts'
import type { NumberedEvent } from '../events/index.ts'

/** Listeners who may hear exactly the same; they share a room, and an event is put together once. */
export interface Audience {
  readonly key: string
  readonly tenantId: string
  readonly environments: readonly Environment[]
  readonly appIds: 'all' | readonly string[]
  /** What it takes to hear, as far as they have it: scopes, and being a member. */
  readonly scopes: ReadonlySet<EventType['scope']>
}

/** Says who hears what, as the contract has it for each type of event. */
export interface Hearing {
  audienceOf(principal: TenantPrincipal): Audience
  hears(audience: Audience, event: NumberedEvent): boolean
}

export function createHearing(types: readonly EventType[]): Hearing {
  const scopeOf = new Map(types.map(({ name, scope }) => [name, scope]))
  const scopesTaken = [...new Set(scopeOf.values())]
  return {
    audienceOf({ kind, tenantId, environments, appIds, scopes }) {
      const heard = scopesTaken.filter((name) =>
        name === 'member' ? kind === name : scopes.has(name),
      )
      return {
        key: [tenantId, environments, appIds, heard].map(String).join(' '),
        tenantId,
        environments,
        appIds,
        scopes: new Set(heard),
      }
    },
    /** A type that nobody has declared, or that is the house's own, is heard by nobody. */
    hears({ tenantId, environments, appIds, scopes }, event) {
      const needed = scopeOf.get(event.type)
      return (
        event.tenantId === tenantId &&
        (event.environment === null || environments.includes(event.environment)) &&
        (appIds === 'all' || (event.appId !== null && appIds.includes(event.appId))) &&
        needed !== undefined &&
        scopes.has(needed)
      )
    },
  }
}
