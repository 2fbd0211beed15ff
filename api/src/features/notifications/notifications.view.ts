/** A member's inbox, in the words of their language. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { noticeNames, type Locale } from '@sonaqor/contract/notification-kinds'
import type { Notification, notifications } from '@sonaqor/contract/notifications'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { inInbox } from './compose.ts'
import { inboxOf, type NotificationRow } from './notifications.store.ts'

type Query = InputOf<typeof notifications.list>['query']

export function listInbox(
  scope: Scope,
  memberId: string,
  locale: Locale,
  { limit, cursor, unread }: Omit<Query, 'locale'>,
): Promise<PageReply<Notification>> {
  // Of a kind that is no more, nobody knows the words.
  const query = inboxOf(scope, memberId).whereIn('kind', noticeNames).select('*')
  if (unread) query.whereNull('read_at')
  return page<NotificationRow, Notification>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['notifications', memberId, unread ?? false],
    item: (row) => ({
      id: row.id,
      kind: row.kind,
      ...inInbox(row, locale),
      link: row.link,
      at: row.at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    }),
  })
}
