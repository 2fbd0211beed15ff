/** Embed sessions: the short-lived right of one partner page to show some modules. */
import { z } from 'zod'
import { embedScopes } from './access.ts'
import { del, get, post } from './endpoint.ts'
import { event } from './event.ts'
import { InApp, Page, pageOf } from './page.ts'
import { Environment, ExternalId, Id, Instant, Origin, ScopeName, text } from './values.ts'
import { viewNamePattern } from './view-name.ts'

const viewName = z.string().regex(viewNamePattern, 'must be a view like "keys.list"')

/** Which customers a session is locked to. More ways to name them come beside these. */
export const LockedFilters = z
  .strictObject({
    externalIds: z
      .array(ExternalId)
      .min(1)
      .max(100)
      .optional()
      .describe('Only these customers, by your own ids, and what belongs to them'),
    regions: z
      .array(text(80))
      .min(1)
      .max(50)
      .optional()
      .describe('Only customers of these regions'),
    masked: z
      .boolean()
      .optional()
      .describe('Personal fields are held back, whoever the customer is'),
  })
  .refine((filters) => Object.values(filters).some((filter) => filter !== undefined && filter), {
    message: 'must name at least one filter, or be left out',
  })
export type LockedFilters = z.output<typeof LockedFilters>

export const NewEmbedSession = z.strictObject({
  views: z.array(viewName).min(1).max(50),
  scopes: z.array(z.enum(embedScopes)).min(1).max(embedScopes.length),
  origins: z
    .array(Origin)
    .min(1)
    .max(10)
    .describe('Must be among the registered origins of the app'),
  user: z
    .strictObject({ ref: text(128), name: text(120) })
    .optional()
    .describe('Who sits before the page; without one the session can only read'),
  filters: LockedFilters.optional().describe(
    'What the session is locked to, enforced by the server and never told to the page. It can then only read, and reaches only what is known to keep to the lock; logs show it the structure of bodies alone, no id of a customer or transaction in a path, and no request that opened a session',
  ),
  minutes: z.number().int().min(1).max(60).default(60),
})

export const EmbedSession = z
  .object({
    id: Id,
    clientSecret: z
      .string()
      .describe('Works once, within a minute; hand it to the page and nowhere else'),
    expiresAt: Instant.describe('The end of the session'),
  })
  .meta({ id: 'EmbedSession' })

export const EmbedToken = z
  .object({
    token: z.string(),
    expiresIn: z.number().int().describe('Seconds from receipt'),
    sessionId: Id,
    embedId: Id,
    tenant: z.object({ id: Id, name: z.string() }),
    app: z.object({ id: Id, name: z.string(), environment: Environment }),
    user: z.object({ ref: z.string(), name: z.string() }).nullable(),
    views: z.array(z.string()),
    scopes: z.array(ScopeName),
    sessionEndsAt: Instant.describe('No token is good beyond it'),
    serverTime: Instant.describe('The clock that both are read by, whatever the page’s own says'),
  })
  .meta({ id: 'EmbedToken' })
export type EmbedToken = z.output<typeof EmbedToken>

export const embedSessionStates = ['live', 'ended', 'revoked'] as const
export type EmbedSessionState = (typeof embedSessionStates)[number]

/** A session as its tenant sees it. */
export const OpenedSession = z
  .object({
    id: Id,
    environment: Environment,
    app: z.object({ id: Id, name: z.string() }),
    key: z.object({ id: Id, label: z.string() }).describe('What opened it, and ends it by ending'),
    user: z
      .object({ ref: z.string(), name: z.string() })
      .nullable()
      .describe('Who sits before the page; null where nobody was named'),
    views: z.array(z.string()),
    scopes: z
      .array(ScopeName)
      .describe('Those that it was opened with; its key may hold fewer now'),
    origins: z.array(z.string()),
    filters: z
      .object({
        externalIds: z
          .array(z.string())
          .nullable()
          .describe('Null where it is not locked to some, or without `customers:read`'),
        customers: z.number().int().nullable().describe('How many it is locked to'),
        regions: z.array(z.string()).nullable(),
        masked: z.boolean(),
      })
      .nullable()
      .describe('What it is locked to; null where it is not'),
    state: z
      .enum(embedSessionStates)
      .describe('`ended`: over by itself, by its page, or with its key or app'),
    openedAt: Instant,
    renewals: z
      .number()
      .int()
      .describe(
        'How often its page went on by a further session, which is no session of its own here',
      ),
    enteredAt: Instant.nullable().describe('When a page came in with its secret'),
    enteredOrigin: z.string().nullable().describe('Where that page stood'),
    lastSeenAt: Instant.nullable().describe('Within some seconds'),
    expiresAt: Instant,
    endedAt: Instant.nullable().describe('When somebody ended it, before it would have been over'),
  })
  .meta({ id: 'OpenedSession' })
export type OpenedSession = z.output<typeof OpenedSession>

export const refusalReasons = ['origin', 'used', 'late', 'ended'] as const
export type RefusalReason = (typeof refusalReasons)[number]

export const EmbedRefusal = z
  .object({
    app: z.object({ id: Id, name: z.string() }),
    environment: Environment,
    origin: z.string(),
    reason: z
      .enum(refusalReasons)
      .describe(
        '`origin`: the session or its app names other ones. `used`: the secret had let a page in. `late`: it was older than a minute. `ended`: the session was over',
      ),
    times: z.number().int(),
    firstAt: Instant,
    lastAt: Instant,
  })
  .meta({ id: 'EmbedRefusal' })
export type EmbedRefusal = z.output<typeof EmbedRefusal>

const SessionParams = z.strictObject({ id: Id })

export const embeds = {
  createSession: post('/embed-sessions', {
    access: 'embeds:create',
    only: 'key',
    summary: 'Open an embed session',
    description:
      "Called by the partner's server with an API key. The session can do no more than the key, in the key's app, from the named origins.",
    body: NewEmbedSession,
    reply: EmbedSession,
    status: 201,
    idempotent: true,
    secret: true,
  }),
  exchange: post('/embed-sessions/exchange', {
    access: 'public',
    summary: 'Exchange a client secret for a token',
    description: 'Called by the page. The Origin header must be among the origins of the session.',
    body: z.strictObject({
      clientSecret: z.string().max(200),
      replaces: z
        .string()
        .max(4096)
        .optional()
        .describe(
          'The token that the page had before: both are one session for whoever looks at them and ends them. Refused with `conflict` where that one was revoked; anything else that is no former token of this page is ignored',
        ),
    }),
    reply: EmbedToken,
    embeddable: true,
    limit: { requests: 120, seconds: 60, per: 'ip' },
  }),
  revokeSession: del('/embed-sessions/{id}', {
    access: 'embeds:create',
    summary: 'Revoke an embed session',
    description:
      'At once, in open pages too, with all that its page went on by. It does not come back by itself: only where somebody presses to try again does the page ask its server for a further session.',
    params: SessionParams,
    idempotent: true,
  }),
  list: get('/embed-sessions', {
    access: 'embeds:read',
    reveals: 'customers:read',
    summary: 'List and search embed sessions, newest first',
    description: 'They are kept for a week after they are over.',
    query: z.strictObject({
      ...InApp.shape,
      ...Page.shape,
      state: z.enum(embedSessionStates).optional(),
      search: text(80)
        .optional()
        .describe('What stands in the name or reference of the user, or in the label of the key'),
    }),
    reply: pageOf(OpenedSession),
  }),
  show: get('/embed-sessions/{id}', {
    access: 'embeds:read',
    reveals: 'customers:read',
    summary: 'Show an embed session',
    params: SessionParams,
    reply: OpenedSession,
  }),
  revokeMany: post('/embed-sessions/revoke', {
    access: 'embeds:create',
    summary: 'Revoke all embed sessions of an app, or of one user of it',
    body: z.strictObject({
      appId: Id,
      userRef: text(128).optional().describe('Of this user alone'),
    }),
    reply: z.object({ revoked: z.number().int().describe('How many were live') }),
    idempotent: true,
  }),
  end: post('/embed-sessions/end', {
    access: 'embed',
    summary: 'End the session of a page',
    description:
      'Called by the page with its own token, as somebody signs out of it. Nothing opens with that token any more.',
    embeddable: true,
    locked: 'no-customer-data',
  }),
  refusals: get('/embed-sessions/refusals', {
    access: 'embeds:read',
    summary: 'List where pages were refused an embed session, newest first',
    description: 'The newest 50 of each app, by origin and reason.',
    query: z.strictObject({ ...InApp.shape, ...Page.shape }),
    reply: pageOf(EmbedRefusal),
  }),
}

const SessionRef = z.object({ sessionId: Id, appId: Id })
const AppRef = z.object({ appId: Id })
export const embedEvents = {
  opened: event('embeds.opened', 'embeds:read', SessionRef, SessionRef),
  ended: event('embeds.ended', 'embeds:read', SessionRef, SessionRef),
  revoked: event('embeds.revoked', 'embeds:read', SessionRef, SessionRef),
  allRevoked: event(
    'embeds.all-revoked',
    'embeds:read',
    AppRef,
    AppRef.extend({ userRef: z.string().nullable(), revoked: z.number().int() }),
  ),
}
