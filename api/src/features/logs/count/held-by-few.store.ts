/** What is asked of all lines whose path holds a text, where few do: the days that are over find them by it. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { soon } from '../query/scan.store.ts'
import type { LogSpan } from '../query/span.ts'
import { linesHolding, searchedText, whereFewHoldIt } from '../query/words.store.ts'

/** Null where no text is asked for, many lines hold it, or it takes too long. */
export async function heldByFew<Row>(
  scope: Scope,
  filter: LogSearch,
  { from, to }: LogSpan,
  ask: (lines: Knex.QueryBuilder) => Promise<readonly Row[]>,
): Promise<readonly Row[] | null> {
  const words = searchedText(scope, filter)
  if (words === null) return null
  const lines = linesHolding(scope, filter, words, {
    from: from.toISOString(),
    to: to.toISOString(),
    cursor: null,
  })
  return soon(scope, () => whereFewHoldIt(scope, () => ask(lines)))
}
