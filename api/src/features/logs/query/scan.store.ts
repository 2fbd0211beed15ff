/** Looks at the lines themselves where nothing was counted: all of them if that is soon done, else the newest. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf, instantOf } from '../write/log-line.ts'
import { chosen, matching, narrowed } from './matching.store.ts'
import type { LogSpan } from './span.ts'

/** What a chart may wait for, before it makes do with less. */
const soonMs = 150
const tooLong = '57014'

/**
 * Has what follows planned for the span that it asks for: a plan for any span takes every one to hold few
 * lines, and reads and sorts all of them to find the newest.
 */
export const planForSpan = (scope: Scope) =>
  scope.db.raw('set local plan_cache_mode = force_custom_plan')

/** The answer, or null where it takes too long. */
export async function soon<Answer>(
  scope: Scope,
  ask: () => Promise<Answer>,
  withinMs = soonMs,
): Promise<Answer | null> {
  try {
    return await scope.batch(async () => {
      await scope.db.raw(`set local statement_timeout = ${withinMs}`)
      const answer = await ask()
      await scope.db.raw('set local statement_timeout to default')
      return answer
    })
  } catch (error) {
    if ((error as { code?: unknown }).code === tooLong) return null
    throw error
  }
}

function inSpan<Query extends Knex.QueryBuilder>(query: Query, { from, to }: LogSpan): Query {
  query.where('id', '>=', firstIdOf(from)).where('id', '<', firstIdOf(to))
  return query
}

/** Every line of the span that the filter lets through. */
export const wholly = (scope: Scope, filter: LogSearch, span: LogSpan): Knex.QueryBuilder =>
  inSpan(matching(scope, filter).clearSelect().select('*') as Knex.QueryBuilder, span)

/**
 * The same among so many of the newest lines, however few of them the filter lets through, and from when on
 * that is. Lines of one instant are all among them: whoever goes on does so before it.
 */
export async function amongNewest(
  scope: Scope,
  filter: LogSearch,
  span: LogSpan,
  bound: number,
): Promise<{ readonly lines: Knex.QueryBuilder; readonly from: Date }> {
  const from = await reachOf(scope, filter, span, bound)
  const lines = scope.db('log_entries') as Knex.QueryBuilder
  const newest = inSpan(chosen(scope, lines, filter), { ...span, from }).select('*')
  // Without a bound it would be taken apart again, and looked for along another index.
  const scanned = scope.db('scanned').from(newest.limit(2 ** 31 - 1).as('scanned'))
  return { lines: narrowed(scope, scanned as Knex.QueryBuilder, filter).select('*'), from }
}

/** From when on so many of the newest lines are all that there are. */
export async function reachOf(
  scope: Scope,
  filter: LogSearch,
  span: LogSpan,
  bound: number,
): Promise<Date> {
  const lines = scope.db('log_entries') as Knex.QueryBuilder
  const oldest: { id: string } | undefined = await inSpan(chosen(scope, lines, filter), span)
    .select('id')
    .orderBy('id', 'desc')
    .offset(bound - 1)
    .first()
  return oldest ? instantOf(oldest.id) : span.from
}
