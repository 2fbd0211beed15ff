/** What may be written where the caret stands. */
import { logFields, logMethods, type LogField } from '@sonaqor/contract/log-query'
import type { Say } from '@sonaqor/module/texts'
import type { Choice } from '@sonaqor/ui'
import type { Names } from '../logs/log-facts.tsx'
import { wordsFor } from '../logs/status-badge.tsx'
import { hintOf } from '../logs/use-names.ts'
import * as texts from '../texts/en.ts'
import { piecesOf } from './pieces.ts'

export interface Suggested {
  /** What a choice takes the place of. */
  readonly from: number
  readonly to: number
  readonly choices: readonly (Choice & { readonly text: string })[]
}

interface Known {
  readonly say: Say
  readonly names: Names
}

const most = 12

/** A field where a term begins, and behind its colon a value. */
export function suggestedAt(query: string, caret: number, known: Known): Suggested {
  const piece = piecesOf(query).find(({ at, text }) => at <= caret && caret <= at + text.length)
  const from = piece ? piece.at + (piece.text.startsWith('-') ? 1 : 0) : caret
  const written = query.slice(from, caret)
  const to = piece ? piece.at + piece.text.length : caret
  const [name = '', ...rest] = written.split(':')
  const field = logFields.find((one) => one === name.toLowerCase())
  if (rest.length === 0) return { from, to, choices: fieldsBegunBy(written, known.say) }
  if (!field || written.includes('"')) return { from, to, choices: [] }
  const begins = from + Math.max(written.lastIndexOf(','), name.length) + 1
  const ends = query.indexOf(',', caret)
  return {
    from: begins,
    to: ends >= 0 && ends < to ? ends : to,
    choices: valuesFor(field, query.slice(begins, caret), known),
  }
}

function fieldsBegunBy(written: string, say: Say) {
  const begun = logFields.filter((field) => field.startsWith(written.toLowerCase()))
  return begun.map((field) => ({
    id: field,
    label: `${field}:`,
    hint: say(texts.queryField, { field }),
    text: `${field}:`,
  }))
}

function valuesFor(field: LogField, written: string, known: Known) {
  const sought = written.toLowerCase()
  const found = valuesOf[field](known).filter(({ text, label, hint = '' }) =>
    [text, label, ...`${label} ${hint}`.split(/\s+/)].some((word) =>
      word.toLowerCase().startsWith(sought),
    ),
  )
  // What is written already is nothing to choose.
  return found.some(({ text }) => text === written) ? [] : found.slice(0, most)
}

type Value = Suggested['choices'][number]
const plain = (text: string, hint?: string): Value => ({
  id: text,
  label: text,
  text,
  ...(hint && { hint }),
})

const statuses = [200, 201, 304, 400, 401, 403, 404, 409, 422, 429, 500, 503]
const nothing = () => []

const valuesOf: Readonly<Record<LogField, (known: Known) => readonly Value[]>> = {
  status: ({ say }) => [
    plain('5xx', say(texts.serverError)),
    plain('4xx', say(texts.refused)),
    plain('3xx', say(texts.redirect)),
    plain('2xx', say(texts.success)),
    ...statuses.map((status) => plain(String(status), wordsFor(say, status))),
  ],
  method: () => logMethods.map((method) => plain(method)),
  path: nothing,
  key: ({ names }) =>
    names.keys.map((key) => ({
      id: key.id,
      label: key.label,
      hint: hintOf(key.prefix, key),
      text: key.prefix,
    })),
  app: ({ names }) =>
    names.apps.map(({ id, name }) => ({ id, label: name, hint: `…${id.slice(-4)}`, text: id })),
  ip: nothing,
  latency: ({ say }) => [
    plain('>500', say(texts.slowerThanHalf)),
    plain('>1s', say(texts.slowerThanOne)),
    plain('<20', say(texts.fasterThan20)),
    plain('100..500', say(texts.between100And500)),
  ],
  request: nothing,
}
