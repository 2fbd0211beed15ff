/** Counts drawn together by hours and days of UTC, beside those that they are drawn from. */
import type { Scope } from '../../../../core/scope/index.ts'
import { summedLatencies } from '../latencies.ts'
import { dayMs, hourMs } from '../../days.ts'

/** What is written of attempts later than that is not in the sums before the next time. */
const restMs = 2 * hourMs
/** So much is summed up anew each time, for workers that could not write for a while. */
const againMs = 8 * hourMs

const floor = (ms: number, unit: number) => Math.floor(ms / unit) * unit

/** Up to which moment all is in the sums; null where nothing is yet. */
export async function summedUpTo(scope: Scope): Promise<Date | null> {
  const { tenantId: tenant_id } = scope
  const row = await scope
    .db<{ tenant_id: string; up_to: Date }>('webhook_summed')
    .where({ tenant_id })
    .first('up_to')
  return row?.up_to ?? null
}

/** One day of UTC, or what is left of it. Says whether there is more. */
export async function sumUp(scope: Scope): Promise<boolean> {
  const { tenantId } = scope
  const until = floor(scope.now().getTime() - restMs, hourMs)
  const upTo = await summedUpTo(scope)
  const begin = upTo ? Math.min(upTo.getTime(), until) - againMs : await firstOf(scope)
  if (begin === null || begin >= until) return false
  const first = floor(begin, hourMs)
  // A day that was begun is one more, so that none is gone over twice.
  const end = Math.min(floor(upTo ? upTo.getTime() : first, dayMs) + dayMs, until)
  await scope.db.raw(byHours, [tenantId, new Date(first), new Date(end)])
  for (let day = floor(first, dayMs); day + dayMs <= end; day += dayMs) {
    await scope.db.raw(byDays, [new Date(day), tenantId, new Date(day), new Date(day + dayMs)])
  }
  await scope.db.raw(
    `insert into webhook_summed (tenant_id, up_to) values (?, ?)
     on conflict (tenant_id) do update set up_to = excluded.up_to`,
    [tenantId, new Date(end)],
  )
  return end < until
}

async function firstOf(scope: Scope): Promise<number | null> {
  const { rows } = await scope.db.raw<{ first: Date | null }>(
    'select min(minute) as first from webhook_counts where tenant_id = ?',
    [scope.tenantId],
  )
  return rows[0]?.first?.getTime() ?? null
}

const sums = `sum(attempts), sum(succeeded), sum(delivered), sum(failed), sum(skipped), ${summedLatencies}`
const target = `insert into webhook_sums (tenant_id, environment, endpoint_id, app_id, span, at, attempts,
  succeeded, delivered, failed, skipped, latencies)`
const anew = `on conflict (tenant_id, span, endpoint_id, at) do update
  set attempts = excluded.attempts, succeeded = excluded.succeeded, delivered = excluded.delivered,
    failed = excluded.failed, skipped = excluded.skipped, latencies = excluded.latencies`

const byHours = `${target}
  select tenant_id, environment, endpoint_id, app_id, 'hour', date_bin('1 hour', minute, 'epoch'), ${sums}
  from webhook_counts where tenant_id = ? and minute >= ? and minute < ?
  group by tenant_id, environment, endpoint_id, app_id, date_bin('1 hour', minute, 'epoch')
  ${anew}`

const byDays = `${target}
  select tenant_id, environment, endpoint_id, app_id, 'day', ?::timestamptz, ${sums}
  from webhook_sums where tenant_id = ? and span = 'hour' and at >= ? and at < ?
  group by tenant_id, environment, endpoint_id, app_id
  ${anew}`

export async function forgetSums(scope: Scope, before: Date): Promise<void> {
  const { tenantId: tenant_id } = scope
  await scope.db('webhook_sums').where({ tenant_id }).where('at', '<', before).delete()
}
