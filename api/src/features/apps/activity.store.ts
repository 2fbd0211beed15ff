/** What was asked with the keys of an app, read from counts that the request log leaves behind. */
import {
  activityDays,
  type ActivityFigures,
  type AppActivity,
} from '@sonaqor/contract/app-activity'
import type { Scope } from '../../core/scope/index.ts'
import { deliveredByDay } from './delivered.view.ts'

const dayMs = 24 * 3_600_000
const keptDays = 35
/** As the migration that counts has it. */
const stepWidth = 1.1

interface StepRow {
  readonly day: Date
  readonly latency_step: number
  readonly requests: number
  readonly errors: number
  readonly server_errors: number
}

export async function activityOf(scope: Scope, appId: string): Promise<AppActivity> {
  const now = scope.now()
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const days = Array.from({ length: activityDays }, (_, place) =>
    dayOf(new Date(today - (activityDays - 1 - place) * dayMs)),
  )
  const { rows } = await scope.db.raw<StepRow>(
    `select date_bin('1 day', quarter, 'epoch') as day, latency_step,
       sum(requests)::integer as requests, sum(errors)::integer as errors,
       sum(server_errors)::integer as server_errors
     from app_activity
     where tenant_id = ? and app_id = ? and quarter >= ?::timestamptz
     group by 1, 2`,
    [scope.tenantId, appId, `${days[0]}T00:00:00Z`],
  )
  const byDay = Map.groupBy(rows, ({ day }) => dayOf(day))
  const delivered = await deliveredByDay(scope, appId, days[0] ?? '')
  const inAll = [...delivered.values()].reduce((sum, count) => sum + count, 0)
  return {
    appId,
    asOf: now.toISOString(),
    days: days.map((day) =>
      Object.assign(
        { day, eventsDelivered: delivered.get(day) ?? 0 },
        figuresOf(byDay.get(day) ?? []),
      ),
    ),
    total: { ...figuresOf(rows), eventsDelivered: inAll },
  }
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

function figuresOf(rows: readonly StepRow[]): Omit<ActivityFigures, 'eventsDelivered'> {
  const sumOf = (name: 'requests' | 'errors' | 'server_errors') =>
    rows.reduce((sum, row) => sum + row[name], 0)
  return {
    requests: sumOf('requests'),
    errors: sumOf('errors'),
    serverErrors: sumOf('server_errors'),
    p50Ms: percentileOf(rows, 0.5),
    p95Ms: percentileOf(rows, 0.95),
  }
}

/** By the nearest rank, as the middle of the step that holds it. */
export function percentileOf(
  rows: readonly Pick<StepRow, 'latency_step' | 'requests'>[],
  share: number,
): number | null {
  const rank = Math.ceil(share * rows.reduce((sum, { requests }) => sum + requests, 0))
  let passed = 0
  for (const { latency_step: step, requests } of rows.toSorted(byStep)) {
    passed += requests
    if (requests > 0 && passed >= rank) return rounded(stepWidth ** (step - 0.5))
  }
  return null
}

const byStep = (one: Pick<StepRow, 'latency_step'>, other: Pick<StepRow, 'latency_step'>) =>
  one.latency_step - other.latency_step
const rounded = (ms: number) => Number(ms.toPrecision(3))

export async function forgetActivity(scope: Scope): Promise<void> {
  const before = new Date(scope.now().getTime() - keptDays * dayMs)
  await scope
    .db('app_activity')
    .where({ tenant_id: scope.tenantId })
    .where('quarter', '<', before)
    .delete()
}
