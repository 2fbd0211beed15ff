/** API keys: what authenticates a partner's server to the Partner API. */
import { z } from 'zod'
import { keyScopes, scopesAmong } from './access.ts'
import { del, get, patch, post } from './endpoint.ts'
import { event } from './event.ts'
import { KeyAdvice, keyCheckFields, KeysAdvised, PastedKey } from './key-advice.ts'
import { KeyChange, KeyIpAllowlist, RequestsPerMinute } from './key-bounds.ts'
import { KeyHistory } from './key-history.ts'
import { GithubFeedback, GithubMatches, LeakReceipt, LeakReport } from './key-leaks.ts'
import { KeyRotation, Rotation } from './key-rotation.ts'
import { expiringDays } from './key-standing.ts'
import { KeyUsage, UsageFilter } from './key-usage.ts'
import { InApp, Page, pageOf } from './page.ts'
import { Environment, Id, Instant, InstantIn, label, ScopeName, text } from './values.ts'

export const KeyState = z.enum(['active', 'expired', 'revoked'])

export const KeyStanding = z
  .enum([...KeyState.options, 'rotating', 'expiring'])
  .describe(
    `A state, or of the active ones those of which an old secret works beside the new one, and those that end within ${expiringDays} days`,
  )
export type KeyStanding = z.output<typeof KeyStanding>

export const KeyOrder = z
  .enum(['issued', 'label', 'used'])
  .describe(
    '`issued`: the newest first. `label`: by the alphabet, whatever the case. `used`: the one last used first, those never used last',
  )
export type KeyOrder = z.output<typeof KeyOrder>

const OldSecret = z.object({ prefix: z.string(), lastFour: z.string(), endsAt: Instant })

export const Key = z
  .object({
    id: Id,
    appId: Id,
    environment: Environment,
    label: z.string(),
    prefix: z
      .string()
      .describe('What the secret begins with: `sq_test_` or `sq_live_` and four more'),
    lastFour: z.string(),
    scopes: z.array(ScopeName),
    state: KeyState,
    issuedAt: Instant,
    issuedBy: z.string().describe('The name of who issued it'),
    ipAllowlist: z
      .array(z.string())
      .describe(
        'The ranges in CIDR notation from which this key is taken; from everywhere where it is empty',
      ),
    requestsPerMinute: z
      .number()
      .int()
      .nullable()
      .describe('Null where it may ask as often as every key'),
    expiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().describe(
      'When a request was last accepted with it. One that was refused is none: for a scope that the key lacks, its address, its pace or the end of the key',
    ),
    lastUsedIp: z.string().nullable().describe('The address that it was used from then'),
    rotatedAt: Instant.nullable(),
    oldSecret: OldSecret.nullable().describe(
      'The secret that the key had before its last rotation, as long as it works beside the new one',
    ),
    revision: z.number().int(),
  })
  .meta({ id: 'Key' })
export type Key = z.output<typeof Key>

/** What members alone may do is a scope, too, and whoever asks for it hears why a key cannot have it. */
const LentScope = z.enum(keyScopes, {
  error: ({ input }) =>
    typeof input === 'string' && scopesAmong([input]).length > 0
      ? `opens nothing to a key: members alone may do what ${input} allows`
      : undefined,
})

export const NewKey = z.strictObject({
  appId: Id,
  label: label(80),
  scopes: z
    .array(LentScope)
    .min(1)
    .max(keyScopes.length)
    .refine((list) => new Set(list).size === list.length, 'must not name a scope twice'),
  expiresAt: InstantIn.optional(),
  ipAllowlist: KeyIpAllowlist.default([]),
  requestsPerMinute: RequestsPerMinute.optional(),
})
export type NewKey = z.input<typeof NewKey>

export const IssuedKey = Key.extend({
  secret: z.string().describe('Shown this once; only a hash is kept'),
}).meta({ id: 'IssuedKey' })
export type IssuedKey = z.output<typeof IssuedKey>

export const KeyCheck = z
  .object({ ...keyCheckFields, key: Key.nullable() })
  .meta({ id: 'KeyCheck' })
export type KeyCheck = z.output<typeof KeyCheck>

const KeyParams = z.strictObject({ id: Id })

export const keys = {
  list: get('/keys', {
    access: 'keys:read',
    summary: 'List and search API keys',
    description:
      'The newest first, unless another order is named. A cursor fits its own order alone.',
    query: z.strictObject({
      ...InApp.shape,
      ...Page.shape,
      state: KeyStanding.optional(),
      search: text(80)
        .optional()
        .describe(
          'What stands in the label or in the name of the app, the id, or what the prefix or the last four begin with, whatever the case; `prefix…last four` as it is shown, and the same of the secret before the last rotation. Of a whole secret no more is taken than its prefix',
        ),
      order: KeyOrder.default('issued'),
    }),
    reply: pageOf(Key),
    embeddable: true,
    locked: 'no-customer-data',
  }),
  usage: get('/keys/usage', {
    access: 'keys:read',
    summary: 'Show how API keys are used',
    description:
      'The last 7 days in UTC, today included: of the keys that are named, or of the 20 that are used most.',
    query: UsageFilter,
    reply: KeyUsage,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  advised: get('/keys/advice', {
    access: 'keys:read',
    summary: 'List the API keys that hold scopes to no use',
    description:
      'Of the keys that work. What to narrow one to is told by its own advice, and so is what cannot be said yet.',
    query: InApp,
    reply: KeysAdvised,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  show: get('/keys/{id}', {
    access: 'keys:read',
    summary: 'Show an API key',
    params: KeyParams,
    reply: Key,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  rotation: get('/keys/{id}/rotation', {
    access: 'keys:read',
    summary: 'Show who still uses the old secret of an API key',
    description:
      'And whether it is safe to end it. Counted from the requests themselves while two secrets of the key work, and a second behind them at most; another rotation counts anew.',
    params: KeyParams,
    reply: KeyRotation,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  advice: get('/keys/{id}/advice', {
    access: 'keys:read',
    summary: 'Show which scopes an API key does not need',
    description:
      'Counted from the requests of the key and of the sessions that it opened, and a second behind them at most. Who only listens to events takes no scope by that.',
    params: KeyParams,
    reply: KeyAdvice,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  history: get('/keys/{id}/history', {
    access: 'keys:read',
    summary: 'Show what became of an API key',
    description:
      'What was done with it and what happened to it, the newest first: also what was changed, by whom it was reported as leaked, and which reminders of its expiry went out.',
    params: KeyParams,
    reply: KeyHistory,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  check: post('/keys/check', {
    access: 'keys:read',
    summary: 'Tell what a pasted key is',
    description:
      'Its form and checksum, its environment, and whether it is one of yours and works. Of a key of somebody else it says no more than of one that never was.',
    body: PastedKey,
    reply: KeyCheck,
    status: 200,
    limit: { requests: 60, seconds: 60, per: 'principal' },
  }),
  issue: post('/keys', {
    access: 'keys:write',
    summary: 'Issue an API key',
    description:
      'The secret is in this answer and never again. A key can hold no scope that its issuer lacks, and an embed session with locked filters issues none.',
    body: NewKey,
    reply: IssuedKey,
    status: 201,
    idempotent: true,
    embeddable: true,
    // No `locked`: a key knows no lock, and would go on without the one of its session.
    secret: true,
  }),
  update: patch('/keys/{id}', {
    access: 'keys:write',
    summary: 'Rename, narrow and restrict an API key',
    description:
      'Also when it ends. Holds from the very next request on, for the sessions that the key opened as well; a limit from the next minute on. A key that is over changes no more. For a key of production a member shows a second factor, unless they did in the last five minutes or change its label alone, and an embed session is refused.',
    params: KeyParams,
    body: KeyChange,
    reply: Key,
    idempotent: true,
    revised: true,
    embeddable: true,
  }),
  rotate: post('/keys/{id}/rotate', {
    access: 'keys:write',
    summary: 'Rotate an API key',
    description:
      'The key stays what it is and gets a new secret, which is in this answer and never again. The old one works until the overlap is over, and both are the same key. No more than two work at once: while an older one still does, only `now` is taken, which ends both, and any other overlap is a conflict. A key that rotates itself leaves an overlap, so that it can ask again if the answer is lost; `now` is a conflict then. Whoever rotates a key holds its scopes. For a key of production a member shows a second factor, unless they did in the last five minutes, and an embed session is refused.',
    params: KeyParams,
    body: Rotation,
    reply: IssuedKey,
    idempotent: true,
    revised: true,
    embeddable: true,
    // No `locked`, as for `issue`.
    secret: true,
  }),
  endOverlap: post('/keys/{id}/end-overlap', {
    access: 'keys:write',
    summary: 'End the old secret of an API key',
    description:
      'Ends the overlap of a rotation before its time, from the very next request on. Where none works any more, nothing changes. For a key of production a member shows a second factor, unless they did in the last five minutes, and an embed session is refused.',
    params: KeyParams,
    reply: Key,
    idempotent: true,
    revised: true,
    embeddable: true,
  }),
  reportLeak: post('/keys/leaked', {
    access: 'public',
    summary: 'Report an API key that has leaked',
    description:
      'For whoever has found one where it does not belong. A secret that works ends at once, with its whole key unless it is the old one of a rotation, and the owners are told where it was found. The answer is the same whether the key exists or not.',
    body: LeakReport,
    reply: LeakReceipt,
    status: 202,
    limit: { requests: 20, seconds: 60, per: 'ip' },
  }),
  reportGithubLeaks: post('/keys/leaked/github', {
    access: 'public',
    summary: 'Take what the secret scanning of GitHub has found',
    description:
      'As GitHub calls its partners: signed by one of its public keys, which `Github-Public-Key-Identifier` names, in `Github-Public-Key-Signature`. Each key is ended as one that anybody reports. A body is small and has 64 KiB at most.',
    body: GithubMatches,
    reply: GithubFeedback,
    signed: ['github-public-key-identifier', 'github-public-key-signature'],
    limit: { requests: 300, seconds: 60, per: 'ip' },
  }),
  revoke: del('/keys/{id}', {
    access: 'keys:write',
    summary: 'Revoke an API key',
    description:
      'Holds from the very next request on, for all secrets of the key. Revoking again changes nothing. For a key of production a member shows a second factor, unless they did in the last five minutes, and an embed session is refused.',
    params: KeyParams,
    reply: Key,
    idempotent: true,
    revised: true,
    embeddable: true,
  }),
}

const KeyRef = z.object({ keyId: Id, appId: Id })
export const keyEvents = {
  issued: event('keys.issued', 'keys:read', KeyRef, Key),
  /** Whoever has just put it into a server waits for this. */
  firstUsed: event('keys.first-used', 'keys:read', KeyRef, Key),
  updated: event('keys.updated', 'keys:read', KeyRef, Key),
  rotated: event('keys.rotated', 'keys:read', KeyRef, Key),
  overlapEnded: event('keys.overlap-ended', 'keys:read', KeyRef, Key),
  revoked: event('keys.revoked', 'keys:read', KeyRef, Key),
  expired: event('keys.expired', 'keys:read', KeyRef, Key),
}
