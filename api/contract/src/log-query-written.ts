/** A query in one way of writing it, so that two that ask the same are one, for the audit log say. */
import type { LogMatch, LogSpan, LogTerm } from './log-query.ts'

export const writtenQuery = (terms: readonly LogTerm[]): string => terms.map(written).join(' ')

function written({ field, isNot, anyOf }: LogTerm): string {
  const name = field === 'text' ? '' : `${field}:`
  return `${isNot ? '-' : ''}${name}${anyOf.map((match) => valueOf(field, match)).join(',')}`
}

function valueOf(field: LogTerm['field'], match: LogMatch): string {
  if (match.kind === 'span') return (field === 'status' && groupOf(match)) || spanOf(match)
  const text = quoted(withoutSecrets(match.text), field === 'text')
  return match.kind === 'begins' && field !== 'key' ? `${text}*` : text
}

const groupOf = ({ least, most }: LogSpan) =>
  least !== null && least % 100 === 0 && most === least + 99 && `${least / 100}xx`

function spanOf({ least, most, isClosed }: LogSpan): string {
  const also = isClosed ? '=' : ''
  if (least === null) return `<${also}${most}`
  if (most === null) return `>${also}${least}`
  return least === most ? `${least}` : `${least}..${most}`
}

const quoted = (text: string, always: boolean) =>
  always || text === '' || /[\s",*\\:]/.test(text)
    ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
    : text

/** What was pasted by mistake into a path is kept no further than it names its key. */
const withoutSecrets = (text: string) => text.replaceAll(/(sq_(?:test|live)_\w{4})\w+/g, '$1…')
