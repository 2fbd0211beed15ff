/** What an endpoint gets: no event that whoever has it sent there could not read themselves. */
import { can } from '../../../core/access/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { isOfTenant, offeredTypes, typeNamed, type OfferedType } from '../catalogue/catalogue.ts'
import { mayRead } from '../catalogue/readable.ts'

export interface Subscription {
  readonly eventTypes: readonly string[]
  /** What it may be told of at all: of types that come later as well, where it gets all of them. */
  readonly scopes: readonly string[]
}

/** Each type takes its scope, but for those that it gets already. */
export function subscriptionTo(
  scope: Scope,
  eventTypes: readonly string[],
  before: readonly string[] = [],
): Subscription {
  if (eventTypes.length === 0) return subscriptionToAll(scope)
  const scopes = eventTypes.map((name, place) => {
    const pointer = `#/eventTypes/${place}`
    const type = typeNamed(name)
    if (!type) throw noSuchType(pointer)
    if (!before.includes(name)) requireToRead(scope, type, pointer)
    return type.scope
  })
  return { eventTypes, scopes: [...new Set(scopes)].toSorted() }
}

/** Of a list that is empty whoever makes it gets all that they may read, and no more. */
function subscriptionToAll(scope: Scope): Subscription {
  const { principal } = scope
  const readable = offeredTypes.filter(({ name }) => mayRead(principal, name))
  if (readable.length === 0) {
    throw new Problem('forbidden', {
      detail: 'No event can be delivered that you could not read, and you may read none.',
    })
  }
  scope.takes([...new Set(readable.map((type) => type.scope))])
  const others = new Set<string>(
    offeredTypes.filter(({ name }) => !mayRead(principal, name)).map((type) => type.scope),
  )
  return {
    eventTypes: [],
    scopes: [...principal.scopes].filter((name) => !others.has(name)).toSorted(),
  }
}

/** Whoever says where it is sent, which of it and as what, could read there what it gets, or find it out. */
export function requireAllRead(
  scope: Scope,
  { eventTypes, scopes }: Subscription,
  pointer: string,
): void {
  const got = offeredTypes.filter(
    (type) =>
      scopes.includes(type.scope) && (eventTypes.length === 0 || eventTypes.includes(type.name)),
  )
  for (const type of got) requireToRead(scope, type, pointer)
}

function requireToRead(scope: Scope, type: OfferedType, pointer: string): void {
  if (!can(scope.principal, type.scope)) {
    throw new Problem('forbidden', {
      detail: `No event can be delivered that you could not read, and for ${type.name} you lack ${type.scope}.`,
      scope: type.scope,
      errors: [{ detail: `takes the scope ${type.scope} for ${type.name}`, pointer }],
    })
  }
  if (scope.principal.appIds !== 'all' && isOfTenant(type)) {
    throw new Problem('forbidden', {
      detail: `Only a signed-in member can have ${type.name} delivered, which is of the tenant as a whole.`,
      errors: [
        {
          detail: `takes a signed-in member for ${type.name}, which is of the tenant as a whole`,
          pointer,
        },
      ],
    })
  }
  scope.takes([type.scope])
}

const noSuchType = (pointer: string) =>
  new Problem('invalid', {
    detail: 'There is no such type of events. The catalogue has all of them.',
    errors: [{ detail: 'is not in the catalogue of event types', pointer }],
  })
