/** What may be written where the caret stands. */
import { logFields, type LogField } from '@sonaqor/contract/log-query'
import type { LogFacets } from '@sonaqor/contract/logs'
import type { Say } from '@sonaqor/module/texts'
import type { Choice } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'
import { piecesOf } from './pieces-of.ts'
import { soughtBy, soughtByWord, type Sought } from './sought.ts'
import { plain, seenOf, valuesOf, type Known, type Value } from './values.ts'

export interface Suggested {
  /** What a choice takes the place of. */
  readonly from: number
  readonly to: number
  readonly choices: readonly (Choice & { readonly text: string })[]
  /** As it is written it asks for something already: what is suggested is another way to ask. */
  readonly isWhole?: boolean
}

const most = 12

/** The term at the caret, as far as it is written, and the field that a value is written for. */
function termAt(query: string, caret: number, say: Say) {
  const piece = piecesOf(query).find(({ at, text }) => at <= caret && caret <= at + text.length)
  const from = piece ? piece.at + (piece.text.startsWith('-') ? 1 : 0) : caret
  const written = query.slice(from, caret)
  const to = piece ? piece.at + piece.text.length : caret
  const [name = '', ...rest] = written.split(':')
  const isValue = rest.length > 0
  const field = isValue ? fieldCalled(name, say) : undefined
  return { from, to, written, name, isValue, field }
}

const titleOf = (field: LogField, say: Say) => say(texts.fieldName, { field }).toLowerCase()

/** By its word in a query, or as the list calls it for whoever reads. */
function fieldCalled(name: string, say: Say): LogField | undefined {
  const called = name.toLowerCase()
  return (
    logFields.find((one) => one === called) ?? logFields.find((one) => titleOf(one, say) === called)
  )
}

const counted: ReadonlySet<string> = new Set(['status', 'method', 'app', 'key', 'path', 'ip'])

/**
 * What else is asked for where values are written of which it is counted how many requests have each, and
 * what the values are counted among.
 */
export function askedBeside(query: string, caret: number, say: Say) {
  const { from, to, written, isValue, field } = termAt(query, caret, say)
  const sought = isValue
    ? soughtBy(field, written.slice(lastValueAt(written)))
    : soughtByWord(written, wordLength)
  const of = field ?? (sought && fieldOf(sought))
  if (!of || !counted.has(of)) return undefined
  const rest = `${query.slice(0, from).replace(/-$/, '')} ${query.slice(to)}`.trim()
  return { rest, withValue: `${rest} ${of}:`.trim(), counting: { of, sought } }
}

/** What a word in no field is sought in. */
const fieldOf = ({ term }: Partial<Sought>) => (term?.startsWith('ip:') ? 'ip' : 'path')

const lastValueAt = (written: string) =>
  Math.max(written.lastIndexOf(','), written.indexOf(':')) + 1

/** A field where a term begins, and behind its colon a value. */
export function suggestedAt(query: string, caret: number, known: Known): Suggested {
  const { from, to, written, name, isValue, field } = termAt(query, caret, known.say)
  const isNot = query.charAt(from - 1) === '-'
  if (!isValue) {
    const begun = fieldsBegunBy(written, known.say)
    const found = [...seenWith(written, known, !isNot), ...valuesCalled(written, known)]
    return { from, to, choices: [...begun, ...found], isWhole: !begun[0] }
  }
  if (!field || written.includes('"')) return { from, to, choices: [] }
  const begins = from + lastValueAt(written)
  const ends = query.indexOf(',', caret)
  // Beside another one, or turned round, a value finds others than are counted of it.
  const isAlone = begins === from + name.length + 1 && !isNot
  const choices = valuesFor(field, query.slice(begins, caret), known, isAlone)
  if (name.toLowerCase() !== field) {
    return { from, to, choices: isAlone || isNot ? choices.map((one) => inField(field, one)) : [] }
  }
  return { from: begins, to: ends >= 0 && ends < to ? ends : to, choices }
}

const inField = <One extends { id: string; label: string; text: string }>(
  field: LogField,
  one: One,
): One => ({
  ...one,
  id: `${field}:${one.id}`,
  label: `${field}:${one.label}`,
  text: `${field}:${one.text}`,
})

function fieldsBegunBy(written: string, say: Say) {
  const begin = written.toLowerCase()
  const begun = logFields.filter((field) =>
    [field, titleOf(field, say)].some((name) => name.startsWith(begin)),
  )
  return begun.map((field) => ({
    id: field,
    label: `${field}:`,
    hint: say(texts.queryField, { field }),
    text: `${field}:`,
  }))
}

/** A word that is looked for in paths may be what a value is called. */
function valuesCalled(written: string, known: Known) {
  if (written.length < wordLength || written.includes('"')) return []
  const found = namedFields.flatMap((field) =>
    matching(field, written, known).map((value) => ({ field, value })),
  )
  return found
    .slice(0, few)
    .map(({ field, value: { id, label, text, hint } }) => inField(field, { id, label, text, hint }))
}

/** Paths that a word stands in, or addresses that begin so. */
function seenWith(written: string, known: Known, isAlone: boolean) {
  const sought = soughtByWord(written, wordLength)
  const field = fieldOf(sought ?? {})
  const found = sought ? seenOf(field, known).filter(({ text }) => sought.isIt(text)) : []
  return toldOf(field, found, known, isAlone)
    .slice(0, few)
    .map((one) => inField(field, one))
}

const namedFields = ['key', 'app', 'status', 'method'] as const
const wordLength = 3
const few = 5

function valuesFor(field: LogField, written: string, known: Known, isAlone: boolean) {
  const found = matching(field, written, known)
  // What is written already is nothing to choose.
  if (found.some(({ text }) => text === written)) return []
  const values = toldOf(field, found, known, isAlone).slice(0, most)
  return field === 'path' ? [...values, ...patternsOf(written, known.say)] : values
}

/** With how many requests have each, where that is what taking it gives. */
function toldOf(field: LogField, values: readonly Value[], { seen, say }: Known, isAlone: boolean) {
  const isTold = isAlone && seen?.[field as keyof LogFacets & LogField]?.isApproximate === false
  return values.map(({ count, ...value }) => offered(isTold ? { ...value, count } : value, say))
}

/** Those of which a word begins so. */
function matching(field: LogField, written: string, known: Known): readonly Value[] {
  const sought = written.toLowerCase()
  const { isIt }: Partial<Sought> = soughtBy(field, written) ?? {}
  return valuesOf[field](known).filter(
    ({ text, label, hint = '' }) =>
      isIt?.(text) ??
      [text, label, ...`${label} ${hint}`.split(/\s+/)].some((word) =>
        word.toLowerCase().startsWith(sought),
      ),
  )
}

/** A path begins with a slash: what is written without one may stand anywhere in it. */
function patternsOf(written: string, say: Say): Value[] {
  if (!/^[^\s",*/][^\s",*]*$/.test(written)) return []
  return [plain(`*${written}*`, say(texts.pathWithin)), plain(`*${written}`, say(texts.pathEnd))]
}

function offered({ count, hint: says, ...value }: Value, say: Say): Suggested['choices'][number] {
  const hint = [says, count !== undefined && countOf(say, count)].filter(Boolean).join(', ')
  return hint === '' ? value : { ...value, hint }
}

const countOf = (say: Say, count: number) => say(common.requestsShown, { count })
