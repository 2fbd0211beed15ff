/** The values that a field may have: those that requests were seen to have, and those that anybody may ask for. */
import { logMethods, type LogField } from '@sonaqor/contract/log-query'
import type { LogFacets } from '@sonaqor/contract/logs'
import type { Say, Text } from '@sonaqor/module/texts'
import type { Choice } from '@sonaqor/ui'
import type { Names } from '../logs/entry/log-facts.tsx'
import { wordsFor } from '../logs/status-badge.tsx'
import { hintOf } from '../logs/use-names.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'
import { askedWith } from './named.ts'
import { isBare } from './sought.ts'
import { importedIn, importedPrefix } from './written.ts'

export interface Known {
  readonly say: Say
  readonly names: Names
  /** What requests of the range have in common; undefined until it was counted. */
  readonly seen?: LogFacets | undefined
}

/** How many requests have it stands beside a value, and nobody finds it by that. */
export type Value = Choice & { readonly text: string } & { readonly count?: number | undefined }
export const plain = (text: string, hint?: string, count?: number): Value => ({
  id: text,
  label: text,
  text,
  count,
  ...(hint && { hint }),
})

const statuses = [200, 201, 304, 400, 401, 403, 404, 409, 422, 429, 500, 503]
const nothing = () => []

/** What requests have in common, the commonest first, with how many there are. */
export function seenOf(field: 'path' | 'ip' | 'status' | 'method', { seen }: Known): Value[] {
  const values = seen?.[field].values ?? []
  return values
    .filter(({ value }) => isBare(value))
    .map(({ value, count }) => plain(value, undefined, count))
}

/** Those that were seen in front, and of the others what is not among them. */
function firstSeen(seen: readonly Value[], others: readonly Value[]): readonly Value[] {
  const known = new Set(seen.map(({ text }) => text))
  return [...seen, ...others.filter(({ text }) => !known.has(text))]
}

function statusesIn(known: Known): readonly Value[] {
  const { say } = known
  const inWords = (status: string, count?: number) =>
    plain(status, wordsFor(say, Number(status)), count)
  const seen = seenOf('status', known).map(({ text, count }) => inWords(text, count))
  const group = (name: string, title: Text) => plain(name, say(title), countOfGroup(name, known))
  return [
    group('5xx', common.serverError),
    group('4xx', common.refused),
    group('3xx', common.redirect),
    group('2xx', common.success),
    ...firstSeen(
      seen,
      statuses.map((status) => inWords(String(status))),
    ),
  ]
}

/** As many of the commonest are counted as the server answers: of a group that may be cut there is no count. */
const statusesCounted = 20

function countOfGroup(group: string, { seen }: Known): number | undefined {
  const values = seen?.status.values
  if (!values || values.length >= statusesCounted) return undefined
  return values
    .filter(({ value }) => value.charAt(0) === group.charAt(0))
    .reduce((sum, { count }) => sum + count, 0)
}

/** Keys by their labels; who may not know those sees how their secrets begin. */
function keysIn({ names, seen, say }: Known): readonly Value[] {
  const counts = new Map(seen?.key.values.map((one) => [one.value, one.count]))
  const known = names.keys
    .map((key) => ({
      id: key.id,
      label: key.label,
      hint: [
        hintOf(key.prefix, key),
        ...(key.state === 'active' ? [] : [say(common.keyOver, { state: key.state })]),
      ].join(', '),
      text: askedWith(key),
      count: counts.get(key.id),
    }))
    .toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0))
  const values = seen?.key.values ?? []
  const unknown = values
    .filter(
      ({ value, name }) => name !== importedPrefix && names.keys.every(({ id }) => id !== value),
    )
    .map(({ value, name = value, count }) => plain(name, undefined, count))
  const ofNone = values.filter(({ name }) => name === importedPrefix)
  const imported = {
    id: importedPrefix,
    label: say(common.imported),
    hint: say(common.noKey),
    text: importedIn(names.imported),
    count: ofNone.length > 0 ? ofNone.reduce((sum, { count }) => sum + count, 0) : undefined,
  }
  return [...known, imported, ...unknown]
}

function appsIn({ names, seen }: Known): readonly Value[] {
  const counts = new Map(seen?.app.values.map((one) => [one.value, one.count]))
  return names.apps
    .map(({ id, name }) => ({
      id,
      label: name,
      hint: `…${id.slice(-4)}`,
      text: id,
      count: counts.get(id),
    }))
    .toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0))
}

export const valuesOf: Readonly<Record<LogField, (known: Known) => readonly Value[]>> = {
  status: statusesIn,
  method: (known) =>
    firstSeen(
      seenOf('method', known),
      logMethods.map((method) => plain(method)),
    ),
  path: (known) => seenOf('path', known),
  key: keysIn,
  app: appsIn,
  ip: (known) => seenOf('ip', known),
  latency: ({ say }) => [
    plain('>500', say(texts.slowerThanHalf)),
    plain('>1s', say(texts.slowerThanOne)),
    plain('<20', say(texts.fasterThan20)),
    plain('100..500', say(texts.between100And500)),
  ],
  request: nothing,
}
