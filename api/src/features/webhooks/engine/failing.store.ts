import type { Scope } from '../../../core/scope/index.ts'
import { dayMs } from '../days.ts'

interface Row {
  readonly tenant_id: string
  readonly id: string
  readonly url: string
  readonly failing_since: Date | null
}

/** An endpoint at an address: what came of one is nothing to another one that came in its place. */
export interface AtAddress {
  readonly id: string
  readonly url: string
}

const endpoint = (scope: Scope, { id, url }: AtAddress) =>
  scope.db<Row>('webhook_endpoints').where({ tenant_id: scope.tenantId, id, url })

export async function isStillAt(scope: Scope, at: AtAddress): Promise<boolean> {
  return (await endpoint(scope, at).first('id')) !== undefined
}

/** Since when; what another worker has written before stays. */
export async function beginFailing(scope: Scope, at: AtAddress): Promise<Date | null> {
  const [row] = await endpoint(scope, at)
    .update({ failing_since: scope.db.raw('coalesce(failing_since, ?)', [scope.now()]) } as object)
    .returning('failing_since')
  return row?.failing_since ?? null
}

export async function endFailing(scope: Scope, at: AtAddress): Promise<void> {
  await endpoint(scope, at).update({ failing_since: null })
}

interface Failed {
  readonly deliveries: number
  readonly lately: number
  readonly has_succeeded: boolean
}

const deliveriesFailed = 3
const failedLately = 2
const attemptsLookedAt = 1000

/**
 * Whether one delivery after another has failed since then, lately too, and none came off. What an endpoint
 * refuses of one event says little of it, and neither does a bad moment days later.
 */
export async function failsStill(scope: Scope, id: string, since: Date): Promise<boolean> {
  const lately = new Date(scope.now().getTime() - dayMs)
  const { rows } = await scope.db.raw<Failed>(
    `select count(distinct delivery_id)::integer as deliveries,
       (count(distinct delivery_id) filter (where at >= ?))::integer as lately,
       coalesce(bool_or(fault is null), false) as has_succeeded
     from (
       select delivery_id, at, fault from webhook_attempts
       where tenant_id = ? and endpoint_id = ? and at >= ? and fault is distinct from 'transformation'
         and cause <> 'test'
       order by at desc limit ${attemptsLookedAt}
     ) as made`,
    [lately, scope.tenantId, id, since],
  )
  const [made] = rows
  if (!made || made.has_succeeded) return false
  return made.deliveries >= deliveriesFailed && made.lately >= failedLately
}
