/** Forgets what the plan of a tenant keeps no longer, in lots that nobody waits for. */
import { logDaysKept, logDaysKeptOn } from '@sonaqor/contract/log-retention'
import type { Database } from '../../../core/database/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf, importedPrefix } from '../write/log-line.ts'

const dayMs = 24 * 3_600_000
const atOnce = 5000

/** The day before which the tenant's lines are forgotten; days are those of UTC. */
export async function firstDayKept(scope: Scope): Promise<Date> {
  const tenant = await scope
    .db<{ id: string; plan: string }>('tenants')
    .where({ id: scope.tenantId })
    .first()
  return daysBefore(scope.now(), logDaysKeptOn(tenant?.plan ?? ''))
}

/** Forgets some; answers whether there are more. */
export async function forgetLines(scope: Scope, before: Date): Promise<boolean> {
  const { rows } = await scope.db.raw<{ forgotten: number }>(
    'select app.forget_log_entries(?, ?) as forgotten',
    [firstIdOf(before), atOnce],
  )
  return rows[0]?.forgotten === atOnce
}

/** The same of what was counted of them. */
export async function forgetCounts(scope: Scope, before: Date): Promise<boolean> {
  const { rows } = await scope.db.raw(
    `delete from log_counts where ctid = any (array(
       select ctid from log_counts known where tenant_id = ? and moment < ?
         and not (key_prefix = ? and exists (
           select 1 from log_days_kept kept where kept.tenant_id = known.tenant_id
             and kept.day = (known.moment at time zone 'UTC')::date and kept.until > ?))
       limit ?
     )) returning 1`,
    [scope.tenantId, before, importedPrefix, scope.now(), atOnce],
  )
  return rows.length === atOnce
}

/** What was to be kept until now is to be kept no longer. */
export async function forgetKept(scope: Scope): Promise<void> {
  await scope
    .db<{ tenant_id: string; until: Date }>('log_days_kept')
    .where({ tenant_id: scope.tenantId })
    .where('until', '<=', scope.now())
    .delete()
}

/** Days of which nobody keeps anything any more. */
export async function dropDays(database: Database, now: Date): Promise<void> {
  const days = Object.values(logDaysKept)
  await database.query('select app.drop_log_partitions($1, $2)', [
    daysBefore(now, Math.min(...days)),
    daysBefore(now, Math.max(...days)),
  ])
}

const daysBefore = (now: Date, days: number) =>
  new Date((Math.floor(now.getTime() / dayMs) - days) * dayMs)
