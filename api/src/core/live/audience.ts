/**
 * Who may hear of an event: the same tenant, environment and app, the scope that it takes, and, where
 * it concerns but some of those, being one of them.
 */
import { lockedScopes, type Environment, type Scope as ScopeName } from '@sonaqor/contract/access'
import type { EventType, Whose } from '@sonaqor/contract/event'
import { lockOf, ownIds, type TenantPrincipal } from '../access/index.ts'
import type { NumberedEvent } from '../events/index.ts'

/** Listeners with the same rights; they share a room, and an event is put together once. */
export interface Audience {
  readonly key: string
  readonly tenantId: string
  readonly environments: readonly Environment[]
  readonly appIds: 'all' | readonly string[]
  /** What it takes to hear, as far as they have it: scopes, and being a member. */
  readonly scopes: ReadonlySet<EventType['scope']>
}

/** As far as it says whom an event concerns. */
export type Listening = Pick<TenantPrincipal, 'id' | 'scopes'> & { readonly keyId?: string }

/** Whoever is locked to some customers is not told that there was something with another. */
const ofNoCustomer: ReadonlySet<string> = new Set(lockedScopes)

/** Says who hears what, as the contract has it for each type of event. */
export interface Hearing {
  audienceOf(principal: TenantPrincipal): Audience
  /** Whether an event goes into the room at all. */
  hears(audience: Audience, event: NumberedEvent): boolean
  /** Whether it is for some of the room alone. */
  isForSome(event: NumberedEvent): boolean
  /** Whether one of the room is among those whom it concerns. */
  concerns(listening: Listening, event: NumberedEvent): boolean
  /** The types that are for some alone, and what says for whom. */
  readonly forSome: ReadonlyMap<string, Whose>
}

export function createHearing(types: readonly EventType[]): Hearing {
  const scopeOf = new Map(types.map(({ name, scope }) => [name, scope]))
  const forSome = new Map(types.flatMap(({ name, whose }) => (whose ? [[name, whose]] : [])))
  const scopesTaken = [...new Set(scopeOf.values())]
  return {
    forSome,
    audienceOf(principal) {
      const { kind, tenantId, environments, appIds, scopes } = principal
      const lock = lockOf(principal)
      const heard = scopesTaken.filter((name) =>
        name === 'member' ? kind === name : scopes.has(name) && (!lock || ofNoCustomer.has(name)),
      )
      return {
        key: [tenantId, environments, appIds, heard, lock && JSON.stringify(lock)]
          .map(String)
          .join(' '),
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
    isForSome: ({ type }) => forSome.has(type),
    /** One that does not say whom it concerns, as it was written before its type asked, is nobody's. */
    concerns(listening, { type, ref }) {
      const whose = forSome.get(type)
      if (!whose || ownIds(listening).some((id) => ref[whose.id] === id)) return true
      const scope = whose.orScope && ref[whose.orScope]
      return scope !== undefined && listening.scopes.has(scope as ScopeName)
    },
  }
}
