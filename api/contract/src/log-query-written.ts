/**
 * A query in one way of writing it, so that two that ask the same are one, for the audit log say. It reads
 * as what it was written from, and is no longer than what that was read from, but where a pasted secret
 * became the name of its key, or a bare id that of its request.
 */
import { joining, uuid, type TermRange, type LogTerm } from './log-query.ts'

export const writtenQuery = (terms: readonly LogTerm[]): string => terms.map(written).join(' ')

function written({ field, isNot, anyOf }: LogTerm): string {
  const name = field === 'text' ? '' : `${field}:`
  const values = anyOf.map((match) => {
    if (match.kind === 'span') return field === 'status' ? statusOf(match) : latencyOf(match)
    const kept = withoutSecrets(match.text)
    if (field === 'text') return isBareText(kept, isNot) ? kept : quoted(kept)
    const text = bareValue.test(kept) ? kept : quoted(kept)
    if (field === 'key') return text
    const { kind } = match
    const [front, behind] = [
      kind === 'ends' || kind === 'contains',
      kind === 'begins' || kind === 'contains',
    ]
    return `${front ? '*' : ''}${text}${behind ? '*' : ''}`
  })
  return `${isNot ? '-' : ''}${name}${values.join(',')}`
}

function statusOf(span: TermRange): string {
  const { least, most } = span
  if (least !== null && least === most) return `${least}`
  const isGroup = least !== null && least % 100 === 0 && most === least + 99
  return isGroup ? `${least / 100}xx` : spanOf(span, String)
}

const latencyOf = (span: TermRange) =>
  spanOf(span, (ms) => (ms > 0 && ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}`))

function spanOf({ least, most, isClosed }: TermRange, inWords: (bound: number) => string): string {
  const also = isClosed ? '=' : ''
  if (least === null) return most === null ? '' : `<${also}${inWords(most)}`
  if (most === null) return `>${also}${inWords(least)}`
  return `${inWords(least)}..${inWords(most)}`
}

/** What reads as itself without quotes. */
const bareValue = /^[^\s",*][^\s,*]*$/
const isBareText = (text: string, isNot: boolean) =>
  /^[^\s"*][^\s*]*$/.test(text) &&
  !joining.test(text) &&
  !uuid.test(text) &&
  !/^[^\s":,/]*:/.test(text) &&
  (isNot || !text.startsWith('-'))

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

/** What was pasted by mistake into a path is kept no further than it names its key. */
const withoutSecrets = (text: string) => text.replaceAll(/(sq_(?:test|live)_\w{4})\w+/g, '$1…')
