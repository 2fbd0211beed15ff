/** The terms of a query as people say them, each by itself, in the manner of what is chosen beside it. */
import { logFields } from '@sonaqor/contract/log-query'
import type { Say } from '@sonaqor/module/texts'
import type { Names } from '../logs/entry/log-facts.tsx'
import { withNames } from '../logs/use-names.ts'
import * as common from '../texts/en.ts'
import { unquoted } from './named.ts'
import { termOf, withoutPiece } from './pieces.ts'
import { piecesOf, valuePattern } from './pieces-of.ts'
import * as texts from './texts/en.ts'
import type { LogQuery } from './use-log-query.ts'
import { asksForImported } from './written.ts'

/** Each can be taken out of what is typed, of which the query is all or a part. */
export const chipsOf = (
  query: string,
  { typed, type }: Pick<LogQuery, 'typed' | 'type'>,
  names: Names,
  say: Say,
) =>
  piecesOf(query).map(({ text }) => ({
    name: inWords(termOf(text, names), names, say),
    onRemove: () => type(withoutPiece(typed, text)),
  }))

function inWords(term: string, names: Names, say: Say): string {
  const isNot = term.startsWith('-')
  const bare = isNot ? term.slice(1) : term
  const [front = '', name = ''] = /^([a-z]+):/i.exec(bare) ?? []
  const field = logFields.find((one) => one === name.toLowerCase())
  const values = Array.from(
    bare.slice(field ? front.length : 0).matchAll(valuePattern),
    ([value]) => (field === 'key' ? keyNamed(value, names, say) : withNames(whole(value), names)),
  )
  const value = field ? values.join(', ') : say(texts.quotedText, { value: values.join(',') })
  const said = isNot ? say(texts.notValue, { value }) : value
  return field ? `${say(texts.fieldName, { field })}: ${said}` : said
}

/** Without its quotes, behind or before which a star may stand. */
const whole = (value: string) =>
  value.replace(/"(?:\\[\s\S]|[^"\\])*"?/, (quoted) => unquoted(quoted))

function keyNamed(value: string, names: Names, say: Say): string {
  if (asksForImported(`key:${value}`, names.imported ?? '')) return say(common.imported)
  const [one, another] = names.keys.filter(({ prefix }) => prefix === value)
  return one && !another ? one.label : withNames(whole(value), names)
}
