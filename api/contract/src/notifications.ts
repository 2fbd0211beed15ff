/** What members are told of what happens: their own inbox, how they want to hear, and what became of it. */
import { z } from 'zod'
import { get, post, put } from './endpoint.ts'
import { event } from './event.ts'
import { channels, letterNames, locales, noticeNames } from './notification-kinds.ts'
import { Page, pageOf } from './page.ts'
import { Id, Instant } from './values.ts'

const Channel = z.enum(channels)
const NoticeName = z.enum(noticeNames)
/** A language that is not spoken is answered in English by the one who asks. */
const Locale = z
  .enum(locales)
  .optional()
  .describe('The language of the words; without it that of the person, or English')

export const Notification = z
  .object({
    id: Id,
    kind: NoticeName,
    title: z.string(),
    body: z.string(),
    link: z.string().nullable().describe('Where it leads to in the shell: a path'),
    at: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof Notification>

const Unread = z.number().int().describe('How many are unread; 1000 stands for as many or more')

export const ChannelPreference = z.object({
  channel: Channel,
  on: z.boolean(),
  /** What holds where nothing was chosen. */
  byDefault: z.boolean(),
  locked: z.boolean().describe('A security notice goes this way whatever is chosen'),
  reachable: z.boolean().describe('Whether there is a verified address for this channel'),
})

export const Preferences = z
  .object({
    kinds: z.array(
      z.object({ kind: NoticeName, title: z.string(), channels: z.array(ChannelPreference) }),
    ),
  })
  .meta({ id: 'NotificationPreferences' })
export type Preferences = z.output<typeof Preferences>

export const deliveryStates = ['waiting', 'sent', 'failed', 'suppressed'] as const
export const deliveryReasons = [
  'no-mail-server',
  'no-slack',
  'no-sms',
  'no-address',
  'no-member',
  'refused',
  'unreachable',
  'too-slow',
  'busy',
] as const

export const Delivery = z
  .object({
    id: Id,
    kind: z.enum([...noticeNames, ...letterNames]),
    channel: Channel,
    memberId: Id.nullable().describe('Null where it went to an address of nobody in the team'),
    recipient: z
      .string()
      .describe('The name of the member, or the address with most of it left out'),
    state: z
      .enum(deliveryStates)
      .describe(
        '`suppressed`: not sent, on purpose or for want of what it takes; `reason` says which',
      ),
    reason: z
      .enum(deliveryReasons)
      .nullable()
      .describe(
        'Of the last attempt. `no-mail-server`, `no-slack`, `no-sms`: none is set. `no-address`: no verified one, or none that mail can be sent to. `no-member`: they have left. `refused`, `busy`: said by the carrier. `unreachable`, `too-slow`: it said nothing',
      ),
    status: z
      .number()
      .int()
      .nullable()
      .describe('What the carrier answered, as SMTP or HTTP has it'),
    attempts: z.number().int(),
    at: Instant,
    nextAt: Instant.nullable().describe('When it is tried again'),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'NotificationDelivery' })
export type Delivery = z.output<typeof Delivery>

export const notifications = {
  list: get('/notifications', {
    access: 'member',
    summary: 'List your notifications',
    description: 'The newest first, and how many of all are unread.',
    query: z.strictObject({
      ...Page.shape,
      unread: z.stringbool().optional().describe('Only what is unread'),
      locale: Locale,
    }),
    reply: pageOf(Notification).extend({ unread: Unread }),
  }),
  markRead: post('/notifications/{id}/read', {
    access: 'member',
    summary: 'Mark a notification as read',
    description: 'Once read it stays so; marking it again changes nothing.',
    params: z.strictObject({ id: Id }),
    reply: z.object({ unread: Unread }),
  }),
  markAllRead: post('/notifications/read-all', {
    access: 'member',
    summary: 'Mark all notifications as read',
    body: z.strictObject({
      upTo: Id.optional().describe('The newest one that was seen; what came after it stays unread'),
    }),
    reply: z.object({ unread: Unread }),
  }),
  showPreferences: get('/notifications/preferences', {
    access: 'member',
    summary: 'Show how you want to be notified',
    query: z.strictObject({ locale: Locale }),
    reply: Preferences,
  }),
  setPreferences: put('/notifications/preferences', {
    access: 'member',
    summary: 'Choose how you want to be notified',
    description:
      'Changes what is named and leaves the rest. A security notice cannot be switched off where it goes by default.',
    body: z.strictObject({
      changes: z
        .array(z.strictObject({ kind: NoticeName, channel: Channel, on: z.boolean() }))
        .min(1)
        .max(noticeNames.length * channels.length),
      locale: Locale,
    }),
    reply: Preferences,
  }),
  deliveries: get('/notifications/deliveries', {
    access: 'notifications:read',
    only: 'member',
    summary: 'List what was sent to whom',
    description:
      'The delivery log of the tenant, the newest first: what became of each notification on each channel, never what it said.',
    query: z.strictObject({
      ...Page.shape,
      state: z.enum(deliveryStates).optional(),
      kind: z.enum([...noticeNames, ...letterNames]).optional(),
      channel: Channel.optional(),
      memberId: Id.optional(),
    }),
    reply: pageOf(Delivery),
  }),
}

const OfMember = z.object({ memberId: Id })
/** An inbox is one member's own: when somebody is told something is nobody else's business. */
const itsMember = { id: 'memberId' } as const
export const notificationEvents = {
  arrived: event(
    'notifications.arrived',
    'member',
    OfMember.extend({ notificationId: Id }),
    z.object({}),
    itsMember,
  ),
  marked: event('notifications.marked', 'member', OfMember, z.object({}), itsMember),
}
