/** A page of lines whose path holds a text anywhere: by the trigrams of the days that are over. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import { lockOf } from '../../../core/access/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf } from '../write/log-line.ts'
import { termsIn } from './logs.query.ts'
import { matching } from './matching.store.ts'
import type { PageOfCounted } from '../count/places.store.ts'

/** Where more lines hold a text than this, a page of them is soon met by walking along all. */
const linesMax = 10_000
/** As many as the door can count: no day is the one with which there are enough. */
const all = 2 ** 31 - 1
const moreHoldIt = 'LG001'
const smallest = '00000000-0000-0000-0000-000000000000'
const largest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Three letters or digits in a row, or two with which a word begins. */
const hasTrigrams = /[a-z\d]{3}|[^\p{L}\p{N}][a-z\d]{2}/iu

/** The longest text that a line has to hold, where trigrams find it. */
export function searchedText(scope: Scope, { q }: LogSearch): string | null {
  // A path that is shown in part may not be found by what is not shown of it.
  if (lockOf(scope.principal) !== null) return null
  const texts = termsIn(q).flatMap(({ field, isNot, anyOf: [one, ...others] }) => {
    if (isNot || others.length > 0 || (field !== 'text' && field !== 'path')) return []
    return one?.kind === 'contains' || one?.kind === 'ends' ? [one.text] : []
  })
  const found = texts.filter((text) => hasTrigrams.test(text))
  return found.toSorted((one, other) => other.length - one.length)[0] ?? null
}

/** Whether every line that holds it is let through, and seen by whoever asks. */
function isAllOf({ principal }: Scope, { q, ...others }: LogSearch, words: string): boolean {
  const isAlone =
    principal.appIds === 'all' && Object.values(others).every((value) => value === undefined)
  const [term, ...further] = termsIn(q)
  const [match] = term?.anyOf ?? []
  const isHeld = match?.kind === 'contains' && match.text === words
  return isAlone && further.length === 0 && !term?.isNot && term?.anyOf.length === 1 && isHeld
}

/** The lines that hold it and are let through, behind the place where the page begins; so many at least, or all. */
export function linesHolding(
  scope: Scope,
  filter: LogSearch,
  words: string,
  { from, to, cursor, bound = all }: Partial<PageOfCounted> & Pick<PageOfCounted, 'cursor'>,
): Knex.QueryBuilder {
  const behind = cursor?.values.at(-1)
  const isNewestFirst = cursor?.direction !== 'prev'
  const [first, last] = [
    from === undefined ? smallest : firstIdOf(new Date(from)),
    to === undefined ? largest : firstIdOf(new Date(to)),
  ]
  const line = matching(scope, filter).whereRaw('id = found.id').limit(1)
  return scope
    .db('lines')
    .from(
      scope.db.raw(
        `app.search_log_paths(?, greatest(?::uuid, ?::uuid), least(?::uuid, ?::uuid), ?, ?) as found (id)
           cross join lateral ? as lines`,
        [
          words,
          first,
          (!isNewestFirst && behind) || smallest,
          last,
          (isNewestFirst && behind) || largest,
          linesMax,
          // Of those that hold it, others may let fewer through; and backwards the oldest are wanted.
          isNewestFirst && isAllOf(scope, filter, words) ? bound : all,
          line,
        ],
      ),
    )
    .select('lines.*') as Knex.QueryBuilder
}

/** The answer, or null where too many lines hold the text. */
export async function whereFewHoldIt<Answer>(
  scope: Scope,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await scope.batch(ask)
  } catch (error) {
    if ((error as { code?: unknown }).code === moreHoldIt) return null
    throw error
  }
}

/** Has one day that is over found by the words in it; answers whether there was one left. */
export async function closeDay(scope: Scope): Promise<boolean> {
  // However long it takes: nobody waits for it, and nobody writes there any more.
  await scope.db.raw('set local statement_timeout = 0')
  const { rows } = await scope.db.raw<{ closed: boolean }>('select app.close_log_day() as closed')
  return rows[0]?.closed === true
}
