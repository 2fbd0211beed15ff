/** How rows are sent in, one or many at once: parsed row by row, stored as sets, answered in order. */
import type { Environment } from '@sonaqor/contract/access'
import type { IngestedBatch, IngestedRow, RefusedRow } from '@sonaqor/contract/ingest'
import type { z } from 'zod'
import { jsonFault } from '../../core/implement/index.ts'
import { fieldErrors, inWords, Problem, type FieldError } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'

export interface Identified {
  readonly externalId: string
}

/** What became of a row: it is stored, or it contradicts what is. */
export type Fate =
  | { readonly status: IngestedRow['status']; readonly id: string }
  | { readonly status: 'conflict'; readonly detail: string }

export interface Ingestion<Row extends Identified> {
  readonly row: z.ZodType<Row>
  /** What a shape cannot say, such as what lies ahead of now; pointers are from the row. */
  faultsOf?(row: Row): readonly FieldError[]
  /** Stores rows of which no two have the same `externalId`; answers in their order. */
  store(rows: readonly Row[]): Promise<readonly Fate[]>
}

export type Counts = IngestedBatch['counts']

/** Stores what was sent. A single row that is refused is a Problem; in a batch it stops no other. */
export async function ingest<Row extends Identified>(
  body: Row | { readonly items: readonly unknown[] },
  { row, faultsOf = () => [], store }: Ingestion<Row>,
): Promise<{ reply: IngestedBatch | IngestedRow; counts: Counts }> {
  if ('items' in body) {
    const answers: (IngestedRow | RefusedRow)[] = []
    const sound = body.items.flatMap((item, index) => {
      const fault = jsonFault(item)
      if (fault) {
        answers[index] = refused(index, null, [under(index, fault)])
        return []
      }
      const parsed = row.safeParse(item, { error: inWords })
      if (parsed.success) {
        const faults = faultsOf(parsed.data)
        if (faults.length === 0) return [{ index, row: parsed.data }]
        const errors = faults.map((one) => under(index, one))
        answers[index] = refused(index, parsed.data.externalId, errors)
        return []
      }
      answers[index] = refused(index, nameOf(item), errorsAt(index, parsed.error.issues))
      return []
    })
    for (const round of rounds(sound)) {
      const fates = await store(round.map((entry) => entry.row))
      for (const [
        place,
        {
          index,
          row: { externalId },
        },
      ] of round.entries()) {
        answers[index] = answerOf(index, externalId, fates[place])
      }
    }
    const counts = countsOf(answers)
    return { reply: { items: answers, counts }, counts }
  }
  const errors = [...faultsOf(body)]
  if (errors.length > 0) {
    throw new Problem('invalid', { detail: 'Some fields are not valid.', errors })
  }
  const [fate] = await store([body])
  const reply = answerOf(0, body.externalId, fate)
  if (reply.status === 'refused') {
    throw new Problem('conflict', {
      detail: 'This externalId is known with other content.',
      errors: reply.errors.map(({ detail }) => ({ detail, pointer: '#/externalId' })),
    })
  }
  return { reply, counts: countsOf([reply]) }
}

interface Sound<Row> {
  readonly index: number
  readonly row: Row
}

/** The same id sent twice is stored in two rounds, so that the order of the request decides. */
function rounds<Row extends Identified>(rows: readonly Sound<Row>[]): Sound<Row>[][] {
  const seen = new Map<string, number>()
  const all: Sound<Row>[][] = []
  for (const entry of rows) {
    const { externalId } = entry.row
    const round = seen.get(externalId) ?? 0
    seen.set(externalId, round + 1)
    const others = all[round]
    if (others) others.push(entry)
    else all[round] = [entry]
  }
  return all
}

function answerOf(
  index: number,
  externalId: string,
  fate: Fate | undefined,
): IngestedRow | RefusedRow {
  if (!fate) throw new Error('the store answered fewer rows than it was given')
  if (fate.status !== 'conflict') return { status: fate.status, id: fate.id, externalId }
  return refused(index, externalId, [
    { detail: fate.detail, pointer: `#/items/${index}/externalId` },
  ])
}

function refused(index: number, externalId: string | null, errors: FieldError[]): RefusedRow {
  return { status: 'refused', index, externalId, errors }
}

function errorsAt(index: number, issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return fieldErrors(issues, 'body').map((error) => under(index, error))
}

/** What is wrong with a row, by a pointer from the whole. */
function under(index: number, { detail, pointer }: FieldError): FieldError {
  return { detail, pointer: `#/items/${index}${pointer.slice(1)}` }
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('externalId' in item)) return null
  return typeof item.externalId === 'string' ? item.externalId.slice(0, 128) : null
}

function countsOf(answers: readonly { readonly status: keyof Counts }[]): Counts {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 }
  for (const { status } of answers) counts[status] += 1
  return counts
}

/** Whatever is sent in belongs to the environment of the app through whose key it came. */
export function doorOf(scope: Scope): { appId: string; environment: Environment } {
  const { appIds, environments } = scope.principal
  const [appId, ...others] = appIds === 'all' ? [] : appIds
  const [environment] = environments
  if (appId && environment && others.length === 0) return { appId, environment }
  throw new Problem('forbidden', {
    detail: 'Data is sent in with an API key, which says the app and environment it belongs to.',
  })
}
