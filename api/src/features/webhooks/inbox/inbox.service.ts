/** The test inbox of an app: opened, closed, told what to answer, and cleared. */
import { inboxAnswers, type InboxAnswer } from '@sonaqor/contract/webhook-bounds'
import type { Inbox } from '@sonaqor/contract/webhook-inbox'
import { webhookEvents } from '@sonaqor/contract/webhooks'
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { insertRow, writeRow, type EndpointRow } from '../endpoints/endpoints.store.ts'
import { insertSecret } from '../endpoints/secrets.store.ts'
import { subscriptionTo } from '../endpoints/subscription.ts'
import { wakeLane } from '../lanes/lanes.store.ts'
import { makeSecret } from '../signing/secrets.ts'
import { appOfInbox } from './inbox-app.ts'
import * as store from './inbox.store.ts'
import { clearMessages, countIn } from './messages.store.ts'
import { seesValues } from './messages.view.ts'

interface OfApp {
  readonly appId?: string | undefined
}

export async function showInbox(scope: Scope, { appId }: OfApp): Promise<Inbox> {
  const app = await appOfInbox(scope, appId, '?appId')
  const row = await store.findInbox(scope, app.id)
  return row ? toInbox(scope, row) : neverOpened(scope, app.id)
}

const neverOpened = ({ principal }: Scope, appId: string): Inbox => ({
  appId,
  isOpen: false,
  because: null,
  endpointId: null,
  answers: 200,
  messages: 0,
  openedAt: null,
  areBodiesHeldBack: !seesValues(principal),
})

async function toInbox(scope: Scope, row: store.InboxRow): Promise<Inbox> {
  return {
    appId: row.app_id,
    isOpen: row.state === 'active',
    // Nobody asks it whether it agrees.
    because: row.because === 'unconfirmed' ? 'paused' : row.because,
    endpointId: row.id,
    answers: inboxAnswers.find((one) => one === row.answers) ?? 200,
    messages: await countIn(scope, row.id),
    openedAt: row.opened_at.toISOString(),
    areBodiesHeldBack: !seesValues(scope.principal),
  }
}

/** Whoever opens it has it get what they may read themselves, whatever it got before. */
export async function openInbox(scope: Scope, { appId }: OfApp): Promise<Inbox> {
  const app = await appOfInbox(scope, appId, '#/appId')
  const before = await store.lockInbox(scope, app.id)
  if (before?.state === 'active') return toInbox(scope, before)
  const { scopes } = subscriptionTo(scope, [])
  const row = before ? await openAgain(scope, before, scopes) : await makeInbox(scope, app, scopes)
  await tellChange(scope, row, 'webhooks.inbox-opened', factsOf(row), before && factsOf(before))
  return toInbox(scope, row)
}

/** Nobody is called, so that there is no address; this one leads nowhere by agreement (RFC 2606). */
const addressOf = (appId: string) => `https://inbox.invalid/${appId}`

async function makeInbox(
  scope: Scope,
  {
    id: app_id,
    environment,
  }: { readonly id: string; readonly environment: 'sandbox' | 'production' },
  scopes: readonly string[],
): Promise<store.InboxRow> {
  const endpoint = await insertRow(scope, scope.newId(), {
    environment,
    app_id,
    kind: 'inbox',
    url: addressOf(app_id),
    label: null,
    event_types: [],
    scopes,
    reach: 'app',
    filter: [],
    header_names: [],
    headers: null,
    max_per_second: null,
    is_ordered: false,
    transformation: null,
    signing: 'hmac',
  })
  await insertSecret(scope, endpoint, makeSecret('hmac'))
  return store.insertInbox(scope, endpoint, 200)
}

async function openAgain(
  scope: Scope,
  before: store.InboxRow,
  scopes: readonly string[],
): Promise<store.InboxRow> {
  const opened_at = scope.now()
  const change = { state: 'active', because: null, failing_since: null, scopes } as const
  const row = await writeRow(scope, before, { ...change, since: opened_at })
  await store.writeInbox(scope, before.id, { opened_at })
  await wake(scope, row)
  return { ...before, ...row, opened_at }
}

export async function closeInbox(scope: Scope, { appId }: OfApp): Promise<Inbox> {
  const app = await appOfInbox(scope, appId, '#/appId')
  const before = await store.lockInbox(scope, app.id)
  if (!before) return neverOpened(scope, app.id)
  if (before.state !== 'active') return toInbox(scope, before)
  const change = { state: 'paused', because: 'paused', since: scope.now() } as const
  const row = { ...before, ...(await writeRow(scope, before, change)) }
  await wake(scope, row)
  await tellChange(scope, row, 'webhooks.inbox-closed', factsOf(row), factsOf(before))
  return toInbox(scope, row)
}

/** From the next attempt on. */
export async function updateInbox(
  scope: Scope,
  { appId, answers }: OfApp & { readonly answers: InboxAnswer },
): Promise<Inbox> {
  const app = await appOfInbox(scope, appId, '#/appId')
  const before = await store.lockInbox(scope, app.id)
  if (!before) {
    throw new Problem('conflict', {
      detail: 'The test inbox of this app was never opened. Open it first.',
    })
  }
  const row = { ...before, answers }
  if (before.answers === answers) return toInbox(scope, before)
  await store.writeInbox(scope, before.id, { answers })
  await wake(scope, row)
  await tellChange(scope, row, 'webhooks.inbox-changed', factsOf(row), factsOf(before))
  return toInbox(scope, row)
}

export async function clearInbox(scope: Scope, { appId }: OfApp): Promise<void> {
  const app = await appOfInbox(scope, appId, '?appId')
  const row = await store.findInbox(scope, app.id)
  if (!row) return
  const messages = await clearMessages(scope, row.id)
  await tellChange(scope, row, 'webhooks.inbox-cleared', { messages })
}

const factsOf = ({ state, answers }: store.InboxRow) => ({ state, answers })

async function tellChange(
  scope: Scope,
  { id: endpointId, app_id: appId, environment }: EndpointRow,
  action: AuditAction,
  after: object,
  before?: object,
): Promise<void> {
  const ref = { endpointId, appId }
  await scope.emit(webhookEvents.inboxChanged, { environment, appId, ref, data: {} })
  scope.audit({ action, target: endpointId, environment, appId, before, after })
}

/** Whoever is at its line sees at once what has changed: that it was to be left alone holds no more. */
const wake = (scope: Scope, { id: endpointId, environment }: EndpointRow) =>
  wakeLane(scope, { endpointId, environment, dueAt: scope.now(), isAfresh: true })
