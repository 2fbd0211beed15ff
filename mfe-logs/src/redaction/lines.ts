/** A request before and after, line by line, with what was taken out of it marked. */
import type { RedactionRule } from '@sonaqor/contract/log-redaction-rules'
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import { parsed } from './sample.ts'
import type { Tried } from './use-redaction.ts'

export interface Piece {
  readonly text: string
  /** By which it was taken out, or stands for what was. */
  readonly rules: readonly RedactionRule[]
}
export type Line = readonly Piece[]

type Places = Tried['kept']['places']

const plain = (text: string): Piece => ({ text, rules: [] })

export function linesSent({ sample, kept }: Tried): readonly Line[] {
  const { method, path, query, headers, body } = sample
  const sides = { of: parsed(body), other: parsed(kept.body?.text ?? ''), isSent: true }
  return [
    addressed({ method, path, query }, kept.places),
    ...Object.entries(headers).map(([name, value]) => [
      { text: `${name}: ${value}`, rules: rulesAt(kept.places, `/headers/${name.toLowerCase()}`) },
    ]),
    ...bodied(body, sides, kept.places),
  ]
}

/** What of a body is kept that is not told line by line is said beside it. */
export function linesKept({ sample, kept }: Tried): readonly Line[] {
  const { method } = sample
  const { path, query, headers, body, places } = kept
  const sides = { of: parsed(body?.text ?? ''), other: parsed(sample.body), isSent: false }
  return [
    addressed({ method, path, query }, places),
    ...Object.entries(headers).map(([name, value]) => [
      { text: `${name}: ${value}`, rules: rulesAt(places, `/headers/${name}`) },
    ]),
    ...bodied(body?.text ?? '', sides, places),
  ]
}

interface Address {
  readonly method: string
  readonly path: string
  readonly query: string
}

function addressed({ method, path, query }: Address, places: Places): Line {
  const within = (text: string, sign: string, at: string) =>
    text.split(sign).flatMap((part, place) => {
      const piece = { text: part, rules: rulesAt(places, `${at}/${place}`) }
      return place > 0 ? [plain(sign), piece] : [piece]
    })
  const asked = query === '' ? [] : [plain('?'), ...within(query, '&', '/query')]
  return [plain(`${method} `), ...within(path, '/', '/path'), ...asked]
}

const rulesAt = (places: Places, at: string): readonly RedactionRule[] =>
  places.filter((place) => place.at === at).map(({ rule }) => rule)

interface Sides {
  readonly of: unknown
  /** The same on the other side: what is missing there was left out, or is called otherwise. */
  readonly other: unknown
  readonly isSent: boolean
}

function bodied(text: string, sides: Sides, places: Places): readonly Line[] {
  if (text.trim() === '') return []
  const wholly = rulesAt(places, '/body').filter((rule) => rule !== 'size')
  const lines =
    sides.of === undefined || wholly.length > 0
      ? text.split('\n').map((line) => [{ text: line, rules: wholly }])
      : jsonLines(sides, places, { at: '/body', before: '', behind: '' })
  return [[plain('')], ...lines]
}

interface Stand {
  readonly at: string
  /** Its name, and how far in it stands. */
  readonly before: string
  readonly behind: string
}

const indent = (before: string) => /^ */.exec(before)?.[0] ?? ''

function jsonLines(sides: Sides, places: Places, stand: Stand): readonly Line[] {
  const { of: value, other } = sides
  const { at, before, behind } = stand
  const rules = rulesAt(places, at).filter((rule) => rule !== 'size')
  const entries = entriesOf(value)
  if (rules.length > 0 || !entries || entries.length === 0) {
    const isNamed = /"[^"]*\[redacted\][^"]*": $/.test(before)
    const text = JSON.stringify(value)
    const piece = isNamed ? { text: before.trimStart() + text, rules } : { text, rules }
    return [[plain(isNamed ? indent(before) : before), piece, plain(behind)]]
  }
  const [opened, closed] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const within = `${indent(before)}  `
  const others = entriesOf(other)
  return [
    [plain(`${before}${opened}`)],
    ...entries.flatMap(([name, inner], place): readonly Line[] => {
      const label = Array.isArray(value) ? within : `${within}${JSON.stringify(name)}: `
      const comma = place < entries.length - 1 ? ',' : ''
      const same = others?.find(([one]) => one === name)
      if (sides.isSent && !same) {
        const text = `${label.trimStart()}${JSON.stringify(inner)}`
        return [[plain(within), { text, rules: rulesOfMissing(others, places, at) }, plain(comma)]]
      }
      const next = { ...sides, of: inner, other: same?.[1] }
      return jsonLines(next, places, { at: `${at}/${step(name)}`, before: label, behind: comma })
    }),
    [plain(`${indent(before)}${closed}${behind}`)],
  ]
}

const step = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  return typeof value === 'object' && value !== null ? Object.entries(value) : undefined
}

/** It lost its name, or there was no more room. */
function rulesOfMissing(
  others: readonly (readonly [string, unknown])[] | undefined,
  places: Places,
  at: string,
): readonly RedactionRule[] {
  const renamed = (others ?? []).filter(([name]) => name.includes(redacted))
  const rules = renamed.flatMap(([name]) => rulesAt(places, `${at}/${step(name)}`))
  return rules.length > 0 ? [...new Set(rules)] : ['size']
}
