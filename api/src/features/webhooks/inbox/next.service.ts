/**
 * The next messages of an inbox, for whoever passes them on: a request that waits until there are some. It
 * gives its connection back while it waits, and who asks is known anew each time that it looks.
 */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { nextMessagesMax } from '@sonaqor/contract/webhook-bounds'
import type { NextMessages, webhookInbox } from '@sonaqor/contract/webhook-inbox'
import { auditReading } from '../../../core/audit/index.ts'
import type { Leave } from '../../../core/limits/index.ts'
import { cursorTo, placeIn, type SortColumn } from '../../../core/paging/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { appOfInbox } from './inbox-app.ts'
import { findInbox, type InboxRow } from './inbox.store.ts'
import { messagesAfter, type MessageRow } from './messages.store.ts'
import { toDetail } from './messages.view.ts'
import { inboxTopic } from './receive.ts'
import type { Waiting } from './waiting.ts'

type Asked = InputOf<typeof webhookInbox.next>['query']

/** Whoever waits looks as often though nothing was heard of: what is said may get lost. */
const lookEveryMs = 5000

const sort: readonly SortColumn[] = [{ column: 'number', order: 'asc' }]
const listOf = ({ id }: InboxRow) => ({ sort, filter: ['inbox, as it comes', id] })

export async function nextMessages(
  scope: Scope,
  { appId, after, wait }: Asked,
  waiting: Waiting,
): Promise<NextMessages> {
  const app = await appOfInbox(scope, appId, '?appId')
  const inbox = await findInbox(scope, app.id)
  if (!inbox) return { data: [], after: null }
  const list = listOf(inbox)
  const cursorAt = (number: string) => cursorTo(scope, list, 'next', [number])
  const from = placeIn(scope, { ...list, cursor: after })?.values[0]
  if (from === undefined) return { data: [], after: cursorAt(inbox.newest) }
  const rows = await firstAfter(scope, inbox, from, wait, waiting)
  const { environment, app_id, id } = inbox
  if (rows.length > 0) {
    const filter = { environment, appId: app_id, endpointId: id }
    await auditReading(scope, 'webhooks.messages-followed', filter, id, app_id)
  }
  return {
    data: rows.map((row) => toDetail(scope.principal, row)),
    after: cursorAt(rows.at(-1)?.number ?? from),
  }
}

async function firstAfter(
  scope: Scope,
  { id }: InboxRow,
  from: string,
  waitSeconds: number,
  { listen, takePlace, ending }: Waiting,
): Promise<MessageRow[]> {
  const gone = scope.request.whenGone()
  const until = performance.now() + waitSeconds * 1000
  // From before the first look on: what comes after it is heard of.
  const listening = listen(inboxTopic(id), gone)
  let leave: Leave | undefined
  try {
    for (;;) {
      const rows = await messagesAfter(scope, id, from, nextMessagesMax)
      const leftMs = Math.ceil(until - performance.now())
      if (rows.length > 0 || leftMs <= 0 || gone.aborted || ending.aborted) return rows
      await scope.aside(async () => {
        leave ??= await takePlace(scope.principal)
        await scope.request.idle(() => listening.heard(Math.min(leftMs, lookEveryMs)))
      })
    }
  } finally {
    listening.stop()
    leave?.()
  }
}
