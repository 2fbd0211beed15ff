/**
 * Every kind of notification, once: who hears it, by which channels, and what it has to be told. The
 * words stand in `api/src/features/notifications/words`, complete in each language.
 */
import { z } from 'zod'
import type { Role, Scope } from './access.ts'
import { Environment, Id, Instant, Role as RoleName } from './values.ts'

/** `inbox` stands in the product itself; the others leave it. */
export const channels = ['inbox', 'mail', 'slack', 'sms'] as const
export type ChannelName = (typeof channels)[number]

export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]

/** Members by what they are, or by what they may do. */
export type Audience = { readonly roles: readonly Role[] } | { readonly scope: Scope }

interface NoticeKind {
  /** Who hears it where nobody is named; `named` has to be named each time. */
  readonly hears: Audience | 'named'
  readonly channels: readonly ChannelName[]
  /**
   * A security notice: nobody can switch its channels off, and whoever did it is told as well, for it
   * may have been somebody else with their password.
   */
  readonly locked: boolean
  readonly params: z.ZodType<Record<string, unknown>>
}

interface LetterKind {
  readonly params: z.ZodType<Record<string, unknown>>
}

const wordMax = 200
/** What ends lines, hides, or turns the direction of what stands around it. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

/**
 * A word of somebody's own. A notification is never refused for what somebody is called: what could be
 * more than a word in a header, a page or a message is taken out of it, and what is too long is cut.
 */
export const Word = z.string().transform((word) => {
  const plain = word
    .toWellFormed()
    .slice(0, 4 * wordMax)
    .replaceAll(unsafe, ' ')
    .trim()
  const letters = [...plain]
  return letters.length > wordMax ? `${letters.slice(0, wordMax - 1).join('')}…` : plain
})

/** An address in the product, with what opens it; the origin is always ours. */
export const LocalPath = z
  .string()
  .max(1000)
  .regex(/^\/(?![/\\])[!-[\]-~]*$/, 'must be a path like "/team"')

const Change = z.object({ at: Instant })
const ChangeBy = Change.extend({ by: Word })

/** Whoever runs what is called by webhook. */
const toReceivers = {
  hears: { roles: ['owner', 'developer'] },
  channels: ['inbox', 'mail'],
  locked: false,
} as const satisfies Partial<NoticeKind>
const OneEndpoint = {
  endpointId: Id,
  name: Word.describe('Its label, or the host that it is at'),
  environment: Environment,
}

/** What tells one key from another, though both are called the same. */
const OneKey = {
  keyId: Id,
  label: Word,
  environment: Environment,
  hint: Word.optional().describe('How its newest secret begins and ends: `sq_test_Dm9w…bQbe`'),
}

/** What members are told of what happens in their tenant, by `notify`. */
export const noticeKinds = {
  'keys.issued': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox'],
    locked: false,
    params: z.object({ ...OneKey, by: Word }),
  },
  'keys.updated': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox'],
    locked: false,
    params: z.object({ ...OneKey, by: Word }),
  },
  'keys.rotated': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox'],
    locked: false,
    params: z.object({ ...OneKey, by: Word }),
  },
  'keys.overlap-ended': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox'],
    locked: false,
    params: z.object(OneKey),
  },
  'keys.revoked': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox', 'mail'],
    locked: false,
    params: z.object({ ...OneKey, by: Word }),
  },
  'keys.leaked': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox', 'mail'],
    locked: true,
    params: z.object({
      ...OneKey,
      ended: z.enum(['key', 'old-secret']),
      url: Word.describe('Where it was found; empty where nobody said'),
    }),
  },
  'keys.expiring': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox', 'mail'],
    locked: false,
    params: z.object({
      ...OneKey,
      days: z.number().int().positive(),
      at: Instant,
    }),
  },
  'keys.expired': {
    hears: { roles: ['owner', 'developer'] },
    channels: ['inbox', 'mail'],
    locked: false,
    params: z.object(OneKey),
  },
  'account.signed-in': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: Change.extend({
      device: Word.describe('The browser and system: `Firefox on Linux`'),
      ip: Word,
    }),
  },
  'account.locked': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: Change.extend({ ip: Word, what: z.enum(['password', 'second-factor']) }),
  },
  'account.factor-changed': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: Change.extend({
      change: z.enum(['added', 'removed', 'renewed']),
      factor: z.enum(['totp', 'passkey', 'recovery-codes']),
      name: Word.default('').describe('What the person calls it, if they do'),
    }),
  },
  'account.password-changed': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: Change,
  },
  'team.role-changed': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: ChangeBy.extend({ role: RoleName }),
  },
  'team.compliance-changed': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: ChangeBy.extend({ given: z.enum(['yes', 'no']) }),
  },
  'team.factors-reset': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: ChangeBy,
  },
  'team.resumed': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: ChangeBy,
  },
  'team.owner-made': {
    hears: { roles: ['owner'] },
    channels: ['inbox', 'mail'],
    locked: true,
    params: ChangeBy.extend({ name: Word }),
  },
  'security.second-factor-required': {
    hears: 'named',
    channels: ['inbox', 'mail'],
    locked: true,
    params: ChangeBy,
  },
  'supportAccess.requested': {
    hears: { scope: 'support:consent' },
    channels: ['inbox', 'mail'],
    locked: true,
    params: z.object({ by: Word, reason: Word, minutes: z.number().int().positive() }),
  },
  'supportAccess.opened': {
    hears: { scope: 'support:consent' },
    channels: ['inbox', 'mail'],
    locked: true,
    params: z.object({
      by: Word,
      staff: Word.describe('Who may look; `anybody` where it is open to whoever of Sonaqor helps'),
      reason: Word,
      minutes: z.number().int().positive(),
    }),
  },
  'tenants.suspended': {
    hears: { roles: ['owner', 'admin'] },
    channels: ['inbox', 'mail'],
    locked: true,
    params: Change.extend({ reason: Word }),
  },
  'webhooks.certificate-expired': {
    ...toReceivers,
    params: z.object({ ...OneEndpoint, at: Instant }),
  },
  'webhooks.certificate-expiring': {
    ...toReceivers,
    params: z.object({ ...OneEndpoint, days: z.number().int().positive(), at: Instant }),
  },
  'webhooks.disabled': {
    ...toReceivers,
    params: z.object({ ...OneEndpoint, because: z.enum(['failing', 'gone']) }),
  },
  'webhooks.failing': {
    ...toReceivers,
    params: z.object({ ...OneEndpoint, since: Instant }),
  },
  'exports.made': {
    hears: 'named',
    channels: ['inbox'],
    locked: false,
    params: z.object({ of: z.string(), rows: z.number().int() }),
  },
  'exports.failed': {
    hears: 'named',
    channels: ['inbox'],
    locked: false,
    params: z.object({ of: z.string() }),
  },
} as const satisfies Record<string, NoticeKind>

const Opening = z.object({ link: LocalPath })

/**
 * Letters to an e-mail address, by `mailTo`: to people who are no members yet, or are asked as people.
 * A link opens something to whoever has it, so a letter is kept sealed and forgotten once it is sent.
 */
export const letterKinds = {
  'team.invited': {
    params: Opening.extend({
      tenant: Word,
      inviter: Word,
      role: RoleName,
      hours: z.number().int().positive(),
    }),
  },
  /** To who has no inbox any more. */
  'team.suspended': { params: Change.extend({ tenant: Word }) },
  'team.removed': { params: Change.extend({ tenant: Word }) },
  'account.sign-up': { params: Opening.extend({ minutes: z.number().int().positive() }) },
  /** Somebody wants to sign up with an address that is known already. */
  'account.known': { params: Opening },
  'account.reset': { params: Opening.extend({ minutes: z.number().int().positive() }) },
  /** To who belongs to the staff and to no tenant; it leads to their own origin. */
  'staff.password': { params: Opening.extend({ minutes: z.number().int().positive() }) },
  'account.email-change': { params: Opening.extend({ minutes: z.number().int().positive() }) },
  /** To the address that it was until now. */
  'account.email-changed': { params: Change.extend({ email: Word }) },
} as const satisfies Record<string, LetterKind>

export type NoticeName = keyof typeof noticeKinds
export type LetterName = keyof typeof letterKinds
export const noticeNames = Object.keys(noticeKinds) as [NoticeName, ...NoticeName[]]
export const letterNames = Object.keys(letterKinds) as [LetterName, ...LetterName[]]

/** The row of a kind, whichever it is. */
export const noticeKind = (name: NoticeName): NoticeKind => noticeKinds[name]
