import { webhookInbox } from '@sonaqor/contract/webhook-inbox'
import { implement, type Route } from '../../../core/implement/index.ts'
import * as inbox from './inbox.service.ts'
import { listMessages, noteForward, showMessage } from './messages.service.ts'
import { nextMessages } from './next.service.ts'
import type { TellReceived } from './tell-received.ts'
import type { Waiting } from './waiting.ts'

/** What lives as long as the process. */
export interface InboxParts {
  readonly tellReceived: TellReceived
  readonly waiting: Waiting
}

export const inboxRoutes = ({ tellReceived, waiting }: InboxParts): Route[] =>
  implement(webhookInbox, {
    show: (scope, { query }) => inbox.showInbox(scope, query),
    open: (scope, { body }) => inbox.openInbox(scope, body),
    close: (scope, { body }) => inbox.closeInbox(scope, body),
    update: (scope, { body }) => inbox.updateInbox(scope, body),
    listMessages: (scope, { query }) => listMessages(scope, query),
    showMessage: (scope, { params }) => showMessage(scope, params.id),
    next: (scope, { query }) => nextMessages(scope, query, waiting),
    noteForward: (scope, { params, body }) => noteForward(scope, params.id, body, tellReceived),
    clear: (scope, { query }) => inbox.clearInbox(scope, query),
  })
