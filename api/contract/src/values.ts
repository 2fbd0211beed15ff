/** The small shapes that many areas share. Time is an ISO 8601 instant in UTC, ids are UUIDs (v7). */
import { z } from 'zod'
import { environments, roles, scopes } from './access.ts'
import { holdsKey } from './key-format.ts'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: false })
/** An instant as callers may send it: any offset is accepted and stored in UTC. */
export const InstantIn = z.iso.datetime({ offset: true }).refine(isStorable, {
  message: 'must lie in the years 1 to 9999',
})
export const Environment = z.enum(environments)
export const Role = z.enum(roles)
export const ScopeName = z.enum(scopes)

/** What is no instant at all is told by its format, and needs no second word. */
function isStorable(instant: string): boolean {
  const year = new Date(instant).getUTCFullYear()
  return !(year < 1 || year > 9999)
}

const control = /[\p{Cc}\p{Zl}\p{Zp}]/u

/** Turns the direction of what stands around it, so that a name reads as another than it is. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Takes no room, or room that looks empty, so that two names look like one. What belongs to emoji stays
 * where it stands in them, and joiners where some scripts are spelt with them.
 */
const unseen =
  /[\u034f\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<!\p{Emoji})[\ufe0e\ufe0f]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/u
const joined = 'Arab Syrc Mong Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('')
const looseJoiner = new RegExp(
  `(?<![${joined}\\p{Mn}\\p{Emoji_Modifier}\\p{Extended_Pictographic}])[\u200c\u200d]|[\u200c\u200d](?![\\p{L}\\p{Extended_Pictographic}])`,
  'u',
)
/** Marks stand upon letters, and are nothing to read by themselves; what is not assigned is not drawn. */
const bare = /^[\p{M}\p{Zs}\p{Cn}\p{Co}\p{Cs}]+$/u

const isUnseen = (value: string) => unseen.test(value) || looseJoiner.test(value)

/**
 * One line of text for people: trimmed, with something to see, no control characters, and nothing that
 * makes it look like another text.
 */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !control.test(value), 'must not contain control characters')
    .refine((value) => !turning.test(value), 'must not contain marks of writing direction')
    .refine((value) => !isUnseen(value), 'must not contain invisible characters')
    .refine((value) => !bare.test(value), 'must have a visible letter, number or sign')

/** What people call a thing of theirs, which stands in lists and in the audit log for good. */
export const label = (max: number) =>
  text(max).refine(
    (value) => !holdsKey(value),
    'must not hold the secret of an API key: it would stand there for everybody to read',
  )

/** An identifier of the caller's own: any visible characters, unique within one environment. */
export const ExternalId = text(128)

/** Where mail can be sent to. What a person or a provider says is checked by it at the door. */
export const Email = z.email().max(254)

/** A decimal number as a string, so that no digit is lost: up to 15 before and 6 behind the point. */
export const Decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/, 'must be a decimal like "12.50"')
export const PositiveDecimal = Decimal.refine(
  (value) => !value.startsWith('-'),
  'must not be negative',
)
/** A code that has a name, in whatever the platform knows of the standard, past ones included. */
function isNamed(type: 'currency' | 'region', not: readonly string[]) {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' })
  const answers = new Map(not.map((code) => [code, false]))
  const code = type === 'region' ? /^[A-Z]{2}$/ : /^[A-Z]{3}$/
  return (value: string): boolean => {
    // What the pattern has refused already is no code at all, and asking for it would throw.
    if (!code.test(value)) return true
    const answer = answers.get(value) ?? names.of(value) !== undefined
    answers.set(value, answer)
    return answer
  }
}

/** ISO 4217, three capital letters; neither what stands for none nor what is for tests. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code like "EUR"')
  .refine(isNamed('currency', ['XXX', 'XTS']), 'must be a currency of ISO 4217')
/** ISO 3166-1 alpha-2, two capital letters; no group of countries, and no `UK`, which is `GB`. */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code like "DE"')
  .refine(
    isNamed('region', ['EU', 'EZ', 'QO', 'UK', 'UN', 'XA', 'XB', 'ZZ']),
    'must be a country of ISO 3166-1',
  )

/** What a browser may say: a name in ASCII or an address, for the parser of addresses takes signs as well. */
const originPattern = /^https?:\/\/(?:[\da-z._-]+|\[[\da-f:]+\])(?::\d+)?$/

/** Whether it is an origin of the web, as a page has it: nothing else fits into a header or before people. */
export const isOrigin = (value: string): boolean =>
  originPattern.test(value) && URL.canParse(value) && new URL(value).origin === value

/** A web origin: scheme, host and port, nothing behind it. */
export const Origin = z
  .string()
  .max(255)
  .refine(isOrigin, { message: 'must be an origin like "https://portal.example.com"' })

/** Free fields of the partner's own: at most 50, short names, plain values. */
export const Attributes = z
  .record(text(64), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
  .refine((value) => Object.keys(value).length <= 50, 'must have at most 50 entries')
