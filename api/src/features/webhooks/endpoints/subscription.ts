/** What an endpoint gets: no event that whoever has it sent there could not read themselves. */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import { can } from '../../../core/access/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { offeredTypes, typeNamed } from '../catalogue/catalogue.ts'

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
    if (!before.includes(name)) requireToRead(scope, type.scope, pointer)
    return type.scope
  })
  return { eventTypes, scopes: [...new Set(scopes)].toSorted() }
}

/** Of a list that is empty whoever makes it gets all that they may read, and no more. */
function subscriptionToAll(scope: Scope): Subscription {
  const { scopes } = scope.principal
  const readable = offeredTypes.filter((type) => scopes.has(type.scope))
  if (readable.length === 0) {
    throw new Problem('forbidden', {
      detail: `No event can be delivered that you could not read, and you lack ${offeredTypes[0]?.scope} and all other scopes of events.`,
      scope: offeredTypes[0]?.scope,
    })
  }
  scope.takes([...new Set(readable.map((type) => type.scope))])
  return { eventTypes: [], scopes: [...scopes].toSorted() }
}

/** Whoever has it sent elsewhere could read there what it gets. */
export function requireAllRead(scope: Scope, { eventTypes, scopes }: Subscription): void {
  const got = offeredTypes.filter(
    (type) =>
      scopes.includes(type.scope) && (eventTypes.length === 0 || eventTypes.includes(type.name)),
  )
  for (const name of new Set(got.map((type) => type.scope))) requireToRead(scope, name, '#/url')
}

function requireToRead(scope: Scope, name: ScopeName, pointer: string): void {
  if (can(scope.principal, name)) return scope.takes([name])
  throw new Problem('forbidden', {
    detail: `No event can be delivered that you could not read, and you lack ${name}.`,
    scope: name,
    errors: [{ detail: `takes the scope ${name}`, pointer }],
  })
}

const noSuchType = (pointer: string) =>
  new Problem('invalid', {
    detail: 'There is no such type of events. The catalogue has all of them.',
    errors: [{ detail: 'is not in the catalogue of event types', pointer }],
  })
