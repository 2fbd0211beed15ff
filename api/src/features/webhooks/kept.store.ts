/** For how long deliveries are kept: as long as the lines of the requests that led to them, by the plan. */
import type { Scope } from '../../core/scope/index.ts'
import { firstDayKept } from '../logs/index.ts'
import { dayMs } from './days.ts'

interface Replaying {
  readonly from: Date | null
}

/**
 * The day before which they are forgotten. What a replay has yet to look through is kept until it is over:
 * what was given up since a time happened some days before that.
 */
export async function forgottenBefore(scope: Scope): Promise<Date> {
  const day = await firstDayKept(scope)
  const { rows } = await scope.db.raw<Replaying>(
    `select min((params ->> 'from')::timestamptz) - interval '7 days' as from from jobs
     where tenant_id = ? and kind = 'replays' and finished_at is null`,
    [scope.tenantId],
  )
  const from = rows[0]?.from ?? null
  return from !== null && from < day ? from : day
}

/**
 * What was put in line then is forgotten as soon as its day, which is one of UTC, is kept no longer. Null for
 * what stays beyond that: it waits, or a replay has yet to look through it.
 */
export async function keptUntil(scope: Scope, { created_at, due_at }: Kept): Promise<Date | null> {
  if (due_at !== null) return null
  const kept = dayOf(scope.now()) - dayOf(await firstDayKept(scope))
  const until = new Date((dayOf(created_at) + kept + 1) * dayMs)
  return until > scope.now() ? until : null
}

interface Kept {
  readonly created_at: Date
  readonly due_at: Date | null
}

const dayOf = (moment: Date) => Math.floor(moment.getTime() / dayMs)
