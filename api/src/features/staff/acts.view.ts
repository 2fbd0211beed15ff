/** The log of what staff did, as security leads read it. */
import type { StaffAct } from '@sonaqor/contract/staff'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { requireStaff } from './staff-principal.ts'

interface ActRow {
  readonly id: string
  readonly done_by: string
  readonly action: string
  readonly target: string | null
  readonly target_name: string | null
  readonly detail: unknown
  readonly done_at: Date
}

interface ActsQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

export function listActs(scope: Scope, { limit, cursor }: ActsQuery): Promise<PageReply<StaffAct>> {
  const { id: session } = requireStaff(scope.principal).session
  const door = 'directory.staff_acts_of(?::uuid, ?, ?, ?::timestamptz, ?::uuid, ?) as found'
  return page<ActRow, StaffAct>(
    scope,
    (from) => {
      const [at = null, id = null] = from?.values ?? []
      // One more than is shown tells whether there is a further page.
      const asked = [session, limit + 1, from?.direction === 'prev', at, id, scope.now()]
      return scope.db('found').from(scope.db.raw(door, asked)).select('found.*')
    },
    {
      limit,
      cursor,
      filter: {},
      sort: [
        { column: 'done_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ],
      item: toAct,
    },
  )
}

const toAct = (row: ActRow): StaffAct => ({
  id: row.id,
  by: row.done_by,
  action: row.action,
  target: row.target,
  targetName: row.target_name,
  detail: row.detail,
  at: row.done_at.toISOString(),
})
