/** What was brought to the webhook endpoints of an app, as their deliveries leave it behind. */
import type { Scope } from '../../core/scope/index.ts'

interface DayRow {
  readonly day: string
  readonly delivered: number
}

/** From the beginning of a day on; a day of which nothing is known is not among them. */
export async function deliveredByDay(
  scope: Scope,
  appId: string,
  firstDay: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await scope.db.raw<DayRow>(
    `select to_char(minute at time zone 'utc', 'YYYY-MM-DD') as day, sum(delivered)::integer as delivered
     from webhook_counts
     where tenant_id = ? and app_id = ? and minute >= ?::timestamptz
     group by 1`,
    [scope.tenantId, appId, `${firstDay}T00:00:00Z`],
  )
  return new Map(rows.map(({ day, delivered }) => [day, delivered]))
}
