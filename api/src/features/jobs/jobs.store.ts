/** Jobs that people see, as rows. */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { Job, JobState } from '@sonaqor/contract/jobs'
import type { Knex } from 'knex'
import { ownIds } from '../../core/access/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { Failure } from './work.ts'

export interface JobRow {
  readonly tenant_id: string
  readonly environment: Environment | null
  readonly id: string
  readonly app_id: string | null
  readonly kind: string
  readonly scope: ScopeName
  readonly about: Job['about']
  readonly made_by_kind: Job['madeBy']['kind']
  readonly made_by: string
  readonly made_by_name: string
  readonly request_id: string
  readonly params: object
  readonly unit: string
  readonly state: JobState
  readonly turn: string
  readonly steps: number
  readonly place: object | null
  readonly stage: string | null
  readonly done: number
  readonly total: number | null
  /** Where the stage began in this run, and when: what the rate is counted from. */
  readonly stage_from: number
  readonly stage_since: Date | null
  /** How often in a row a step has not come off. */
  readonly faults: number
  readonly failure: Failure | null
  readonly result: object | null
  readonly file: Job['file']
  readonly at: Date
  readonly started_at: Date | null
  readonly moved_at: Date
  readonly finished_at: Date | null
}

const jobs = (scope: Scope) => scope.db<JobRow>('jobs').where({ tenant_id: scope.tenantId })

/**
 * What whoever asks may see: their own, and what they hold the scope of; a key those of its app, and a
 * partner's page no more than the key of its session.
 */
export function seenBy(scope: Scope) {
  const { principal } = scope
  return scope
    .inApps(jobs(scope))
    .where((either) =>
      either.whereIn('made_by', ownIds(principal)).orWhereIn('scope', [...principal.scopes]),
    )
}

export async function findSeen(scope: Scope, id: string): Promise<JobRow | undefined> {
  return seenBy(scope).where({ id }).first()
}

/** Those who start one of a kind do it one after another, so that the bound holds. */
export async function lockAndCountUnfinished(scope: Scope, kind: string): Promise<number> {
  await scope.db.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `jobs ${scope.tenantId} ${kind}`,
  ])
  const rows = await jobs(scope).where({ kind, finished_at: null }).select('id')
  return rows.length
}

export async function insertJob(
  scope: Scope,
  row: Omit<JobRow, 'tenant_id' | 'steps' | 'done' | 'stage_from' | 'faults'>,
): Promise<void> {
  await scope.db<JobRow>('jobs').insert({ ...row, tenant_id: scope.tenantId })
}

type Change = Partial<
  Omit<JobRow, 'tenant_id' | 'id' | 'kind' | 'scope' | 'params' | 'made_by' | 'steps' | 'done'>
> & { readonly done?: number | Knex.Raw }

/** What a job that stops has done by its place, where that tells it: it may have shown less while it ran. */
export const doneByPlace = (scope: Scope): Knex.Raw =>
  scope.db.raw("coalesce((place ->> 'done')::bigint, done)")

/** Changes it if it is in one of these states, and answers what it is then. */
export async function changeIn(
  scope: Scope,
  id: string,
  states: readonly JobState[],
  change: Change,
): Promise<JobRow | undefined> {
  const [row] = await jobs(scope)
    .where({ id })
    .whereIn('state', states)
    .update(change)
    .returning<JobRow[]>('*')
  return row
}

/** The same for whoever has the turn and has seen the last step; nothing for who was overtaken. */
export async function move(
  scope: Scope,
  { id, turn, steps }: Pick<JobRow, 'id' | 'turn' | 'steps'>,
  change: Change,
): Promise<JobRow | undefined> {
  const [row] = await jobs(scope)
    .where({ id, turn, steps })
    .whereIn('state', ['queued', 'running'])
    .update({ ...change, steps: steps + 1 })
    .returning<JobRow[]>('*')
  return row
}

export async function findTurn(
  scope: Scope,
  id: string,
  turn: string,
): Promise<JobRow | undefined> {
  return jobs(scope).where({ id, turn }).whereIn('state', ['queued', 'running']).first()
}

/** What nobody has moved for long: whatever should have done the next step is lost. */
export async function findStalled(scope: Scope, before: Date): Promise<readonly JobRow[]> {
  return jobs(scope).where({ finished_at: null }).where('moved_at', '<', before).limit(100)
}

/**
 * What a resumed job would go on from is gone, if it was over by then and still is: whoever resumes it
 * meanwhile is waited for, and comes first. Says whether it was.
 */
export async function forgetPlace(scope: Scope, id: string, overBefore: Date): Promise<boolean> {
  const forgotten = await jobs(scope)
    .where({ id })
    .whereIn('state', ['done', 'failed', 'cancelled'])
    .where('finished_at', '<', overBefore)
    .update({ place: null, stage: null, done: 0, total: null })
  return forgotten === 1
}

export async function deleteFinished(scope: Scope, before: Date): Promise<void> {
  await jobs(scope).where('finished_at', '<', before).delete()
}
