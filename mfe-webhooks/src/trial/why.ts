import type { ReceivedRequest, SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import { toleranceSeconds } from '@sonaqor/contract/webhook-bounds'
import type { Say, Text } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'

type Cause = NonNullable<SignatureVerdict['cause']>
type Rule = SignatureVerdict['rules'][number]['rule']
type OfTime = 'timestamp-too-old' | 'timestamp-in-future'

const causes: Readonly<Record<Exclude<Cause, OfTime>, Text>> = {
  'trailing-newline': texts.causeTrailingNewline,
  'newlines-converted': texts.causeNewlines,
  'byte-order-mark': texts.causeByteOrderMark,
  reformatted: texts.causeReformatted,
  'escaped-unicode': texts.causeEscaped,
  entities: texts.causeEntities,
  charset: texts.causeCharset,
  'body-missing': texts.causeBodyMissing,
  'body-changed': texts.causeBodyChanged,
  'secret-not-decoded': texts.causeSecretNotDecoded,
  'other-endpoint': texts.causeOtherEndpoint,
  'ended-secret': texts.causeEndedSecret,
  'another-secret': texts.causeAnotherSecret,
  'other-kind': texts.causeOtherKind,
  'id-missing': texts.causeIdMissing,
  'timestamp-unsigned': texts.causeTimestampUnsigned,
  'id-and-time-swapped': texts.causeSwapped,
  'timestamp-in-milliseconds': texts.causeMilliseconds,
  'hex-signature': texts.causeHex,
  'version-missing': texts.causeVersionMissing,
  'signatures-separated': texts.causeSeparated,
}

/** What to do about a rule that is broken, where nothing is known of how that came about. */
const advice: Readonly<Partial<Record<Rule, Text>>> = {
  'timestamp-format': texts.adviceTimestampFormat,
  'signature-format': texts.adviceSignatureFormat,
}

export interface Why {
  readonly say: Say
  readonly locale: string
}

/** What a signature does not verify for, and what to do about it. */
export function whyNot(
  { cause, rules, signedSecondsAgo }: SignatureVerdict,
  headers: ReceivedRequest['headers'],
  { say, locale }: Why,
): string {
  if (cause === 'timestamp-too-old' || cause === 'timestamp-in-future') {
    const said = cause === 'timestamp-too-old' ? texts.causeTooOld : texts.causeInFuture
    const apart = lasting(signedSecondsAgo ?? 0, locale)
    return say(said, { apart, allowed: lasting(toleranceSeconds, locale) })
  }
  // An API that is newer than this screen may know of more.
  const known: Text | undefined = cause ? causes[cause] : undefined
  if (known) return say(known)
  const missing = missingIn(headers)
  if (missing.length > 0) {
    const names = new Intl.ListFormat(locale).format(missing)
    return say(texts.causeHeadersMissing, { names, count: missing.length })
  }
  const broken = rules.find(({ state }) => state === 'broken')?.rule
  const advised = broken && advice[broken]
  if (advised) return say(advised)
  const isCompared = rules.some(({ rule, state }) => rule === 'body' && state !== 'not-reached')
  return say(isCompared ? texts.causeUnknown : texts.causeNotCompared)
}

const units = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
] as const

/** In the largest unit of which there are at least two. */
export function lasting(seconds: number, locale: string): string {
  const length = Math.abs(seconds)
  const [unit, of] = units.findLast(([, one]) => length >= 2 * one) ?? units[0]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(length / of)
}

const needed = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

function missingIn(headers: ReceivedRequest['headers']): readonly string[] {
  const given = Object.entries(headers).filter(([, value]) => value.trim() !== '')
  const names = new Set(given.map(([name]) => name.toLowerCase()))
  return needed.filter((name) => !names.has(name))
}
