/** What a member has not finished, without what it says. */
import type { DraftHead, drafts } from '@sonaqor/contract/drafts'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { draftsOf, toHead, type DraftRow } from './drafts.store.ts'

export function listDrafts(
  scope: Scope,
  { limit, cursor, kind }: InputOf<typeof drafts.list>['query'],
): Promise<PageReply<DraftHead>> {
  const query = draftsOf(scope).select('*')
  if (kind) query.where({ kind })
  return page<DraftRow, DraftHead>(scope, query, {
    limit,
    cursor,
    sort: [
      { column: 'saved_at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ],
    filter: ['drafts', scope.principal.id, kind],
    item: toHead,
  })
}
