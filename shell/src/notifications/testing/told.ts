/** For stories and tests: what somebody was told, and a host that answers for the API. */
import type { ClientRequest } from '@sonaqor/contract/client'
import type { LiveEvent } from '@sonaqor/contract/live'
import type { Delivery, Notification, Preferences } from '@sonaqor/contract/notifications'
import type { Host } from '@sonaqor/embed/host'

const minuteMs = 60_000
const before = (minutes: number) => new Date(Date.now() - minutes * minuteMs).toISOString()

export const told: readonly Notification[] = [
  {
    id: 'n4',
    kind: 'keys.revoked',
    title: 'API key revoked: Checkout server',
    body: 'Ben Carter revoked the API key “Checkout server” for production.',
    link: '/keys',
    at: before(2),
    readAt: null,
  },
  {
    id: 'n3',
    kind: 'account.signed-in',
    title: 'New sign-in to your account',
    body: 'Somebody signed in with your account on 21 November 2026: Firefox on Linux, from the address 203.0.113.7.',
    link: '/account/sessions',
    at: before(50),
    readAt: null,
  },
  {
    id: 'n2',
    kind: 'team.role-changed',
    title: 'Your role was changed',
    body: 'Chloe Dubois made you an owner on 20 November 2026.',
    link: '/team',
    at: before(1600),
    readAt: before(1500),
  },
  {
    id: 'n1',
    kind: 'team.resumed',
    title: 'You may sign in again',
    body: 'Chloe Dubois ended your suspension on 12 November 2026.',
    link: null,
    at: before(13_000),
    readAt: before(12_900),
  },
]

const way = (
  channel: Preferences['kinds'][number]['channels'][number]['channel'],
  change: Partial<Preferences['kinds'][number]['channels'][number]> = {},
) => ({
  channel,
  on: false,
  byDefault: false,
  locked: false,
  reachable: channel === 'inbox' || channel === 'mail',
  ...change,
})
const usual = { on: true, byDefault: true }
const locked = { ...usual, locked: true }

export const preferences: Preferences = {
  kinds: [
    {
      kind: 'keys.issued',
      title: 'An API key for production was issued',
      channels: [way('inbox', usual), way('mail'), way('slack'), way('sms')],
    },
    {
      kind: 'keys.revoked',
      title: 'An API key for production was revoked',
      channels: [way('inbox', usual), way('mail', usual), way('slack'), way('sms')],
    },
    {
      kind: 'account.signed-in',
      title: 'A sign-in from an unknown device',
      channels: [way('inbox', locked), way('mail', locked), way('slack'), way('sms')],
    },
  ],
}

const sent: Delivery = {
  id: 'd4',
  kind: 'keys.revoked',
  channel: 'mail',
  memberId: 'm1',
  recipient: 'Ada Moreau',
  state: 'sent',
  reason: null,
  status: 250,
  attempts: 1,
  at: before(2),
  nextAt: null,
  settledAt: before(2),
}

export const deliveries: readonly Delivery[] = [
  sent,
  {
    ...sent,
    id: 'd3',
    kind: 'team.invited',
    memberId: null,
    recipient: 'm…@contoso.example',
    state: 'waiting',
    reason: 'busy',
    status: 451,
    attempts: 3,
    nextAt: before(-12),
    settledAt: null,
  },
  { ...sent, id: 'd2', state: 'failed', reason: 'refused', status: 550, at: before(70) },
  {
    ...sent,
    id: 'd1',
    channel: 'slack',
    state: 'suppressed',
    reason: 'no-slack',
    status: null,
    attempts: 0,
    at: before(90),
  },
]

export const listOf = <Row>(data: readonly Row[], next: string | null = null) => ({
  data,
  page: { next, prev: null },
})

/** The network is gone. */
export const unreachable = () => Promise.reject(new TypeError('fetch'))

type Answer = (request: ClientRequest) => unknown

export interface ToldHost extends Pick<Host, 'request' | 'live'> {
  /** All that was asked. */
  readonly asked: readonly ClientRequest[]
  /** Something has happened on the server. */
  tell(type: string): void
}

/** A host whose API answers by method and path, `GET /v1/notifications`; the rest as it stands above. */
export function toldHost(answers: Readonly<Record<string, Answer>> = {}): ToldHost {
  const all: Readonly<Record<string, Answer>> = { ...asAbove, ...answers }
  const listeners = new Set<(events: readonly LiveEvent[]) => void>()
  const asked: ClientRequest[] = []
  return {
    asked,
    request: async (request) => {
      asked.push(request)
      const [path = ''] = request.path.split('?')
      return { status: 200, body: await all[`${request.method} ${path}`]?.(request) }
    },
    live: {
      subscribe(_, listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      tail: () => () => undefined,
      status: () => 'open',
      onStatus: () => () => undefined,
    },
    tell(type) {
      for (const listener of listeners) listener([{ type } as LiveEvent])
    },
  }
}

const asAbove: Readonly<Record<string, Answer>> = {
  'GET /v1/notifications': () => ({ ...listOf(told), unread: 2 }),
  'POST /v1/notifications/n4/read': () => ({ unread: 1 }),
  'POST /v1/notifications/read-all': () => ({ unread: 0 }),
  'GET /v1/notifications/preferences': () => preferences,
  'PUT /v1/notifications/preferences': () => preferences,
  'GET /v1/notifications/deliveries': () => listOf(deliveries),
  'GET /v1/team': () =>
    listOf([
      { id: 'm1', person: { name: 'Ada Moreau', email: 'ada@a.example' }, invitation: null },
    ]),
}
