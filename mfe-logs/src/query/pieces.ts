/** What the pieces of a typed query mean, and how one is put in or taken out. */
import { readLogQuery, type LogQueryFault, type LogTerm } from '@sonaqor/contract/log-query'
import type { Names } from '../logs/entry/log-facts.tsx'
import { unclearName, withoutNames } from './named.ts'
import { pasted } from './pasted.ts'
import { piecesOf, valuePattern } from './pieces-of.ts'

export const isWithinPiece = (query: string, one: number, other: number): boolean =>
  piecesOf(query).some(({ text, at }) => {
    const ends = at + text.length
    return at <= one && one <= ends && at <= other && other <= ends
  })

const nobody: Names = { apps: [], keys: [] }

/** What people paste as it stands is the term that they mean; anything else stays what it is. */
export function termOf(text: string, names = nobody): string {
  const named = withoutNames(text, names)
  if (named !== text) return named
  const sign = text.startsWith('-') ? '-' : ''
  const bare = text.slice(sign.length)
  const term = pasted(bare)
  return term && !readLogQuery(term).fault ? sign + term : text
}

export const asTerms = (query: string, names = nobody) =>
  piecesOf(query)
    .map(({ text }) => termOf(text, names))
    .join(' ')

/** What cannot be read as it was typed, or does not say which key or app it names. */
export type TypedFault =
  | LogQueryFault
  | ({ readonly expected: 'name' } & NonNullable<ReturnType<typeof unclearName>>)

export type Reading =
  | { readonly q: string; readonly terms: readonly LogTerm[]; readonly fault?: undefined }
  | { readonly fault: TypedFault }

/** What is to be asked, or what keeps it from being asked, by its place in what was typed. */
export function readTyped(typed: string, names: Names): Reading {
  const q = asTerms(typed, names)
  const { terms, fault } = readLogQuery(q)
  if (!fault) return { q, terms }
  const unclear = /^(?:key|id)$/.test(fault.expected) && unclearName(typed, names)
  if (unclear) return { fault: { expected: 'name', ...unclear } }
  return { fault: { ...fault, at: placeIn(typed, fault.at, names) } }
}

function placeIn(typed: string, at: number, names: Names): number {
  let begins = 0
  for (const { text, at: place } of piecesOf(typed)) {
    const { length } = termOf(text, names)
    if (at <= begins + length) return place + Math.min(at - begins, text.length)
    begins += length + 1
  }
  return typed.length
}

/** The rest of a query, where a piece of it is taken out. */
export function withoutPiece(query: string, piece: string): string {
  const pieces = piecesOf(query).map(({ text }) => text)
  const at = pieces.indexOf(piece)
  return at < 0 ? query : pieces.toSpliced(at, 1).join(' ')
}

/** Whether a query asks for a value of a field, and how it would with or without it. */
export function hasTerm(query: string, field: string, one: string): boolean {
  return piecesOf(query).some(({ text }) => valuesOf(text, field)?.includes(one))
}

export function toggled(query: string, field: string, one: string): string {
  const pieces = piecesOf(query).map(({ text }) => text)
  const at = pieces.findIndex((text) => valuesOf(text, field))
  if (at < 0) return [...pieces, `${field}:${one}`].join(' ')
  const values = valuesOf(pieces[at] ?? '', field) ?? []
  // One status of a group is asked for in place of the group, which holds it already.
  const rest = values.includes(one)
    ? values.filter((other) => other !== one)
    : [...values.filter((other) => !isGroupOf(other, one)), one]
  const term = rest.length > 0 ? [`${field}:${rest.join(',')}`] : []
  return pieces.toSpliced(at, 1, ...term).join(' ')
}

const isGroupOf = (group: string, status: string) =>
  /^\dxx$/i.test(group) && group.startsWith(status.charAt(0))

function valuesOf(text: string, field: string): readonly string[] | undefined {
  if (!text.toLowerCase().startsWith(`${field}:`)) return undefined
  return text.slice(field.length + 1).match(valuePattern) ?? []
}
