/**
 * What no index and no count answers may walk along all lines of a tenant: how long that is waited for, and
 * how much of it goes on at once, so that one tenant leaves connections to all others.
 */
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { soon } from '../query/scan.store.ts'

const patienceSeconds = 2
/** Over all processes; those of all tenants together hold half of the connections of one at most. */
const atOnce = { byOne: 3, byTenant: 6 } as const

/** Of the lines looked at, a tenth each time: so few are the least that are worth telling of. */
const [fewer, fewest] = [10, 20]

/** `further` is what else may be told within its own bounds, once the search was given up. */
export async function patiently<Found>(
  scope: Scope,
  search: () => Promise<Found>,
  further: () => Promise<Found | null>,
): Promise<Found> {
  await takePlaceToLook(scope)
  const found = await soon(scope, search, patienceSeconds * 1000)
  if (found !== null) return found
  const some = await further()
  if (some !== null) return some
  throw tooLong()
}

/**
 * Looks among so many of the newest lines, and among fewer and fewer where that takes too long: each time
 * within half of what is left of the patience. Of how many it told, its answer has to say.
 */
export async function amongFewer<Found>(
  scope: Scope,
  most: number,
  look: (bound: number) => Promise<Found>,
): Promise<Found> {
  const endsAt = performance.now() + patienceSeconds * 1000
  for (let bound = most; bound >= fewest; bound = Math.floor(bound / fewer)) {
    const withinMs = Math.max(1, Math.round((endsAt - performance.now()) / 2))
    const found = await soon(scope, () => look(bound), withinMs)
    if (found !== null) return found
  }
  throw tooLong()
}

const tooLong = () =>
  new Problem('invalid', {
    detail: `Looking for it takes longer than ${patienceSeconds} seconds. Narrow the span of time, or add what fewer requests have in common: an app, a key, a status or how the path begins.`,
  })

/** Held until the request ends: whatever looks at each line counts as one, be it listed, charted or counted. */
export async function takePlaceToLook(scope: Scope): Promise<void> {
  const { kind, id } = scope.principal
  const isFree =
    (await takePlace(scope, `${kind} ${id}`, atOnce.byOne)) &&
    (await takePlace(scope, 'tenant', atOnce.byTenant))
  if (!isFree) {
    throw wait(
      `At most ${atOnce.byOne} searches that look at each line go on at once, and ${atOnce.byTenant} of a tenant. Wait for one of them.`,
    )
  }
  // Last, so that who is refused by a bound of their own takes none of what all share.
  if (!scope.takeLong()) {
    throw wait(
      'As many searches that look at each line go on as can at once. Wait for one of them.',
    )
  }
}

const wait = (detail: string) =>
  new Problem('quota-exceeded', { detail, retryAfterSeconds: patienceSeconds })

/** A place is held until the request ends, over all processes; whoever finds none does not wait for it. */
async function takePlace(scope: Scope, whose: string, places: number): Promise<boolean> {
  const { rows } = await scope.db.raw<{ rows: unknown[] }>(
    `select place from generate_series(1, ?::int) as place
     where pg_try_advisory_xact_lock(hashtextextended(?, place)) limit 1`,
    [places, `logs searched ${scope.tenantId} ${whose}`],
  )
  return rows.length > 0
}
