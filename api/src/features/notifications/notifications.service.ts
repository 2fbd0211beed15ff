/** What a member does with their own notifications: reads them, and chooses how to hear of what. */
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import { noticeNames, type ChannelName, type Locale } from '@sonaqor/contract/notification-kinds'
import {
  notificationEvents,
  type notifications,
  type Preferences,
} from '@sonaqor/contract/notifications'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { addressees } from './deliveries.store.ts'
import * as store from './notifications.store.ts'
import { listInbox } from './notifications.view.ts'
import { waysOf } from './preferences.ts'
import { localeOf, words } from './words/index.ts'

export { listDeliveries } from './deliveries.view.ts'

type Area = typeof notifications

export async function listNotifications(
  scope: Scope,
  { locale, ...query }: InputOf<Area['list']>['query'],
): Promise<ReplyOf<Area['list']>> {
  const member = scope.principal.id
  const spoken = await languageOf(scope, locale)
  const shown = await listInbox(scope, member, spoken, query)
  return { ...shown, unread: await store.countUnread(scope, member) }
}

export async function markRead(scope: Scope, id: string): Promise<{ unread: number }> {
  const member = scope.principal.id
  const found = await store.findInInbox(scope, member, id)
  if (!found) throw new Problem('not-found', { detail: 'There is no such notification.' })
  return marked(scope, await store.markRead(scope, member, { id }))
}

export async function markAllRead(
  scope: Scope,
  upTo: string | undefined,
): Promise<{ unread: number }> {
  return marked(scope, await store.markRead(scope, scope.principal.id, { upTo }))
}

/** Other windows of the same person show the same number at once. */
async function marked(scope: Scope, count: number): Promise<{ unread: number }> {
  const memberId = scope.principal.id
  if (count > 0) {
    await scope.emit(notificationEvents.marked, { environment: null, ref: { memberId }, data: {} })
  }
  return { unread: await store.countUnread(scope, memberId) }
}

export async function showPreferences(
  scope: Scope,
  locale: Locale | undefined,
): Promise<Preferences> {
  const member = scope.principal.id
  const spoken = await languageOf(scope, locale)
  const chosen = await store.findPreferences(scope, [member])
  const addresses = await store.verifiedAddresses(scope, member)
  const isReachable = (channel: ChannelName) =>
    channel === 'inbox' || channel === 'mail' || addresses.some((one) => one.channel === channel)
  return {
    kinds: noticeNames.map((kind) => ({
      kind,
      title: words[spoken].notices[kind].kind,
      channels: waysOf(kind, chosen).map((way) =>
        Object.assign(way, { reachable: isReachable(way.channel) }),
      ),
    })),
  }
}

type Changes = InputOf<Area['setPreferences']>['body']

export async function setPreferences(
  scope: Scope,
  { changes, locale }: Changes,
): Promise<Preferences> {
  refuseLocked(changes)
  // Of two that contradict each other, the later one is meant.
  const wanted = new Map(
    changes.map(({ kind, channel, on }) => [`${kind} ${channel}`, { kind, channel, wanted: on }]),
  )
  await store.putPreferences(scope, scope.principal.id, [...wanted.values()])
  scope.audit({
    action: 'notifications.preferred',
    target: scope.principal.id,
    after: { changes: [...wanted.values()] },
  })
  return showPreferences(scope, locale)
}

function refuseLocked(changes: Changes['changes']): void {
  const detail = 'is a security notice, which cannot be switched off'
  const errors = changes.flatMap(({ kind, channel, on }, place) => {
    const way = waysOf(kind, []).find((one) => one.channel === channel)
    return way?.locked && !on ? [{ detail, pointer: `#/changes/${place}/on` }] : []
  })
  if (errors.length === 0) return
  throw new Problem('invalid', {
    detail: 'A security notice cannot be switched off where it goes by default.',
    errors,
  })
}

/** What the screen speaks, or what the person has chosen, or English. */
async function languageOf(scope: Scope, wanted: Locale | undefined): Promise<Locale> {
  if (wanted) return wanted
  const [self] = await addressees(scope, [scope.principal.id])
  return localeOf(self?.locale)
}
