/**
 * Blots out of a text what must never be stored: credentials, e-mail addresses, numbers of cards,
 * accounts and telephones. Each pattern has a bounded length, so that no input makes it slow, and stands
 * behind a cheaper look at whether the text can hold such a thing at all.
 */
import { redacted, type RedactionRule } from '@sonaqor/contract/log-redaction-rules'
import { startOfIban, withoutIbans } from './account-numbers.ts'
import { withoutAssigned } from './assigned.ts'
import { besideIds } from './beside-ids.ts'
import { withoutCards } from './card-numbers.ts'
import type { Place } from './place.ts'

/** What is as rare as ours is one wherever it stands; `task_` and `desk_` end like others. */
const ourSecrets =
  /(?:sq[em]?_|[spr]k_(?:live|test)_|whs(?:ec|k)_|(?<![a-z\d])[spr]k_)[\w+/=-]{8,256}/gi
/** By what GitHub, GitLab, Slack, npm, Google, SendGrid and Amazon begin theirs with. */
const theirSecrets =
  /\b(?:gh[opsur]_\w{16,255}|github_pat_\w{16,255}|glpat-[\w-]{16,255}|xox[a-z]-[\w-]{10,255}|npm_\w{16,255}|AIza[\w-]{30,64}|SG\.[\w-]{16,64}\.[\w-]{16,64}|A(?:KIA|SIA|IDA|ROA)[A-Z\d]{12,32})/g
const startsOfTheirs = /gh[opsur]_|github_pat_|glpat-|xox|npm_|AIza|SG\.|A(?:KIA|SIA|IDA|ROA)/
/** All behind the head of a key is the key, also where its end was cut off. */
const pem = /-----BEGIN [\w ]{1,64}-----[\s\S]*/g
const jsonWebToken = /\beyJ[\w-]{5,4096}(?:\.[\w-]{0,8192}){0,4}/g
const authorization = /\b(bearer|basic|digest)\s{1,8}[\w.~+/=:-]{1,4096}/gi
const email =
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

/** With the code of a country, or in the groups of North America; bare digits may be anything. */
const telephone =
  /\+\d(?:[ ()./-]{0,2}\d){7,14}|(?<!\d)(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/g
const startOfTelephone = /\+\d|\d{3}[ .-]\d{4}/

/** The number of a person in North America. */
const nationalId = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g
const startOfNationalId = /\d{3}-\d{2}-\d{4}/

/** Who signs in by an address, before its host. */
const userOfAddress = /:\/\/[^\s/@?#]{1,512}@/g

/** Thirteen digits are the fewest of a card, and few texts have as many: the rest is spared the search. */
const manyDigits = /\d(?:[._/ -]{0,3}\d){12}/

const beyondAscii = /[^\0-\x7f]/
const dashes = /[\u2010-\u2015\u2212]/g
const takesNoRoom = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

interface Pattern {
  readonly rule: RedactionRule
  /** What stands in every text that can hold such a thing. */
  readonly mark: string | RegExp
  readonly without: (text: string) => string
}

/** Each looks at what those before it have left. */
const patterns: readonly Pattern[] = [
  { rule: 'secret', mark: '_', without: (text) => text.replace(ourSecrets, redacted) },
  { rule: 'secret', mark: startsOfTheirs, without: (text) => text.replace(theirSecrets, redacted) },
  { rule: 'secret', mark: '-----BEGIN', without: (text) => text.replace(pem, redacted) },
  { rule: 'secret', mark: 'eyJ', without: (text) => text.replace(jsonWebToken, redacted) },
  { rule: 'secret', mark: /\s/, without: (text) => text.replace(authorization, `$1 ${redacted}`) },
  {
    rule: 'secret',
    mark: '://',
    without: (text) => text.replace(userOfAddress, `://${redacted}@`),
  },
  { rule: 'name', mark: /=|["']\s{0,2}:/, without: (text) => withoutAssigned(text, redacted) },
  { rule: 'email', mark: '@', without: (text) => text.replace(email, redacted) },
  {
    rule: 'iban',
    mark: startOfIban,
    without: (text) => besideIds(text, (part) => withoutIbans(part, redacted)),
  },
  {
    rule: 'card',
    mark: manyDigits,
    without: (text) => besideIds(text, (part) => withoutCards(part, redacted)),
  },
  {
    rule: 'telephone',
    mark: startOfTelephone,
    without: (text) => text.replace(telephone, redacted),
  },
  {
    rule: 'nationalId',
    mark: startOfNationalId,
    without: (text) => text.replace(nationalId, redacted),
  },
]

export function redactText(text: string, place?: Place): string {
  const plain = beyondAscii.test(text) ? asRead(text) : text
  const safe = redactPlain(plain, place)
  const kept = safe === plain ? text : safe
  // First as it was written: what is decoded may end a value sooner.
  if (!kept.includes('%')) return kept
  const open = decoded(kept)
  const read = beyondAscii.test(open) ? asRead(open) : open
  const left = redactPlain(read, place)
  return left === read ? kept : left
}

/** Digits of full width, or with something unseen between them, are read by people as the same. */
const asRead = (text: string): string =>
  text.normalize('NFKC').replaceAll(dashes, '-').replaceAll(takesNoRoom, '')

const encodings = 4
const encoded = /(?:%[\da-f]{2})+/gi

/** A text without its percent signs, however often it was encoded, and though a part of it was not. */
export function decoded(text: string): string {
  let out = text
  for (let times = 0; times < encodings && out.includes('%'); times += 1) {
    const once = out.replaceAll(/%(?:25)+(?=[\da-f]{2})/gi, '%').replaceAll(encoded, decodedRun)
    if (once === out) break
    out = once
  }
  return out
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run).replaceAll('\0', '')
  } catch {
    return run.replaceAll(/%(?!00)([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
  }
}

function redactPlain(text: string, place: Place | undefined): string {
  let out = text
  for (const pattern of patterns) {
    const { mark } = pattern
    if (!(typeof mark === 'string' ? out.includes(mark) : mark.test(out))) continue
    const left = pattern.without(out)
    if (left !== out) place?.note(pattern.rule)
    out = left
  }
  return out
}
