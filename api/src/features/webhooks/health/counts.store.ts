/** The counts of minutes, drawn together once nobody asks for minutes any more, and forgotten at last. */
import { rangeDaysMax } from '@sonaqor/contract/webhook-bounds'
import type { Scope } from '../../../core/scope/index.ts'
import { summedLatencies } from './latencies.ts'
import { dayMs } from '../days.ts'
import { minutesKeptSince } from './range.ts'
import { forgetSums } from './sums/sums.store.ts'

const rowsAtOnce = 5000

/** Counts of an hour stand at its first minute. Says whether there may be more. */
export async function drawTogether(scope: Scope): Promise<boolean> {
  const before = minutesKeptSince(scope)
  const { rows } = await scope.db.raw<{ minutes: number }>(
    `with old as (
       select endpoint_id, date_trunc('hour', minute) as hour from webhook_counts
       where tenant_id = ? and minute < ? and minute <> date_trunc('hour', minute)
       limit ?
     ), hours as (select distinct endpoint_id, hour from old),
     taken as (
       delete from webhook_counts using hours
       where tenant_id = ? and webhook_counts.endpoint_id = hours.endpoint_id
         and minute > hours.hour and minute < hours.hour + interval '1 hour'
       returning webhook_counts.*
     ), added as (
       insert into webhook_counts (tenant_id, environment, endpoint_id, app_id, minute, attempts,
         succeeded, delivered, failed, skipped, latencies)
       select tenant_id, environment, endpoint_id, app_id, date_trunc('hour', minute), sum(attempts),
         sum(succeeded), sum(delivered), sum(failed), sum(skipped), ${summedLatencies}
       from taken group by tenant_id, environment, endpoint_id, app_id, date_trunc('hour', minute)
       on conflict (tenant_id, endpoint_id, minute) do update
       set attempts = webhook_counts.attempts + excluded.attempts,
         succeeded = webhook_counts.succeeded + excluded.succeeded,
         delivered = webhook_counts.delivered + excluded.delivered,
         failed = webhook_counts.failed + excluded.failed,
         skipped = webhook_counts.skipped + excluded.skipped,
         latencies = array(
           select one + other
           from unnest(webhook_counts.latencies, excluded.latencies) with ordinality
             as both_of (one, other, step)
           order by step
         )
     )
     select count(*)::integer as minutes from old`,
    [scope.tenantId, before, rowsAtOnce, scope.tenantId],
  )
  return rows[0]?.minutes === rowsAtOnce
}

/** Those of days of which nothing is told any more. Says whether there may be more. */
export async function forgetCounts(scope: Scope): Promise<boolean> {
  const before = new Date(scope.now().getTime() - (rangeDaysMax + 1) * dayMs)
  await forgetSums(scope, before)
  const { rows } = await scope.db.raw<{ counts: number }>(
    `with old as (
       select endpoint_id, minute from webhook_counts
       where tenant_id = ? and minute < ? order by minute limit ${rowsAtOnce}
     ), gone as (
       delete from webhook_counts using old
       where tenant_id = ? and webhook_counts.endpoint_id = old.endpoint_id
         and webhook_counts.minute = old.minute
     )
     select count(*)::integer as counts from old`,
    [scope.tenantId, before, scope.tenantId],
  )
  return rows[0]?.counts === rowsAtOnce
}
