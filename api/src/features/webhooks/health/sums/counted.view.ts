/** The counts of a range, each in one row of the longest span that lies within it. */
import type { Knex } from 'knex'
import type { Scope } from '../../../../core/scope/index.ts'
import { dayMs, hourMs } from '../../days.ts'
import type { HealthRange } from '../range.ts'
import { summedUpTo } from './sums.store.ts'

const floor = (ms: number, unit: number) => Math.floor(ms / unit) * unit
const ceil = (ms: number, unit: number) => Math.ceil(ms / unit) * unit
const minuteMs = 60_000

type Span = 'minute' | 'hour' | 'day'

interface Piece {
  readonly span: Span
  readonly from: number
  readonly to: number
}

/** The pieces of a range, none of them longer than points of so many seconds can be made of. */
export function piecesOf(range: HealthRange, upTo: Date | null, seconds = Infinity): Piece[] {
  const [from, to] = [floor(range.from.getTime(), minuteMs), range.to.getTime()]
  const whole = (unit: number, first: number, last: number): [number, number] => {
    const begin = ceil(first, unit)
    const end = seconds * 1000 < unit ? begin : floor(last, unit)
    return end > begin ? [begin, end] : [first, first]
  }
  const [hours, hoursEnd] = whole(hourMs, from, Math.min(to, upTo?.getTime() ?? from))
  const [days, daysEnd] = whole(dayMs, hours, hoursEnd)
  const pieces: Piece[] = [
    { span: 'minute', from, to: hours },
    { span: 'hour', from: hours, to: days },
    { span: 'day', from: days, to: daysEnd },
    { span: 'hour', from: daysEnd, to: hoursEnd },
    { span: 'minute', from: hoursEnd, to },
  ]
  return pieces.filter((piece) => piece.to > piece.from)
}

const columns = `tenant_id, environment, endpoint_id, app_id, attempts, succeeded, failed, skipped, latencies`

/** As a table, for whoever narrows it further; in an object, for by itself it would be run when awaited. */
export async function countedWithin(
  scope: Scope,
  range: HealthRange,
  seconds?: number,
): Promise<{ readonly table: Knex.Raw }> {
  const pieces = piecesOf(range, await summedUpTo(scope), seconds)
  const selects = pieces.map(({ span }) =>
    span === 'minute'
      ? `select ${columns}, minute as at from webhook_counts
         where tenant_id = ? and minute >= ? and minute < ?`
      : `select ${columns}, at from webhook_sums
         where tenant_id = ? and span = '${span}' and at >= ? and at < ?`,
  )
  const bindings = pieces.flatMap(({ from, to }) => [scope.tenantId, new Date(from), new Date(to)])
  const none = `select ${columns}, minute as at from webhook_counts where false`
  return { table: scope.db.raw(`(${selects.join(' union all ') || none}) as counted`, bindings) }
}
