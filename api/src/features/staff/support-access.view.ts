/** What the tenant sees of looks into it: which there are, and what was read in each. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { supportAccess, SupportAccess, SupportRead } from '@sonaqor/contract/support-access'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { lapsesBefore, toAccess, type AccessRow } from './looks.store.ts'

export function listAccesses(
  scope: Scope,
  { limit, cursor, open }: InputOf<typeof supportAccess.list>['query'],
): Promise<PageReply<SupportAccess>> {
  const now = scope.now()
  const query = scope.db<AccessRow>('support_accesses').where({ tenant_id: scope.tenantId })
  if (open !== undefined) {
    const isOpen = `(state = 'requested' and asked_at > ?
      or state = 'approved' and ended_at is null and until > ?)`
    query.whereRaw(open === 'true' ? isOpen : `not ${isOpen}`, [lapsesBefore(now), now])
  }
  return page<AccessRow, SupportAccess>(scope, query.select('*'), {
    limit,
    cursor,
    filter: { open },
    sort: [
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ],
    item: (row) => toAccess(row, now),
  })
}

interface ReadRow {
  readonly id: string
  readonly sequence: string
  readonly at: Date
  readonly actor: { readonly name: string }
  readonly after: { readonly operation: string; readonly path: string }
}

/** From the audit log itself: there is no second list that could say otherwise. */
export function listReads(
  scope: Scope,
  id: string,
  { limit, cursor }: InputOf<typeof supportAccess.reads>['query'],
): Promise<PageReply<SupportRead>> {
  const query = scope
    .db('audit_entries')
    .where({ tenant_id: scope.tenantId, target: id, action: 'supportAccess.read' })
    .select('id', 'sequence', 'at', 'actor', 'after')
  return page<ReadRow, SupportRead>(scope, query, {
    limit,
    cursor,
    filter: { id },
    sort: [{ column: 'sequence', order: 'desc' }],
    item: ({ id: entry, sequence, at, actor, after }) => ({
      id: entry,
      sequence: Number(sequence),
      at: at.toISOString(),
      by: actor.name,
      operation: after.operation,
      path: after.path,
    }),
  })
}
