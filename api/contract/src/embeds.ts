/** Embed sessions: the short-lived right of one partner page to show some modules. */
import { z } from 'zod'
import { embedScopes } from './access.ts'
import { del, post } from './endpoint.ts'
import { event } from './event.ts'
import { Environment, Id, Instant, Origin, ScopeName, text } from './values.ts'
import { viewNamePattern } from './view-name.ts'

const viewName = z.string().regex(viewNamePattern, 'must be a view like "keys.list"')

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
  })
  .meta({ id: 'EmbedToken' })
export type EmbedToken = z.output<typeof EmbedToken>

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
    body: z.strictObject({ clientSecret: z.string().max(200) }),
    reply: EmbedToken,
    embeddable: true,
    limit: { requests: 120, seconds: 60, per: 'ip' },
  }),
  revokeSession: del('/embed-sessions/{id}', {
    access: 'embeds:create',
    summary: 'Revoke an embed session',
    params: z.strictObject({ id: Id }),
  }),
}

const SessionRef = z.object({ sessionId: Id, appId: Id })
export const embedEvents = {
  opened: event('embeds.opened', 'embeds:create', SessionRef, SessionRef),
  revoked: event('embeds.revoked', 'embeds:create', SessionRef, SessionRef),
}
