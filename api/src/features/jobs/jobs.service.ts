/** Starting work that people see, and what they can do about it. */
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import { jobEvents, jobsAtOnce, type Job, type JobState } from '@sonaqor/contract/jobs'
import { requireScope } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './jobs.store.ts'
import { jobOf } from './jobs.view.ts'
import { startTurn } from './turn.ts'
import type { NewWork, Work } from './work.ts'

export { listJobs } from './jobs.view.ts'

/** Starts work in this transaction: it is begun once that has committed. Answers the job to follow. */
export async function startWork<Params, Place>(
  scope: Scope,
  { kind, params }: Pick<Work<Params, Place>, 'kind' | 'params'>,
  work: NewWork<Params>,
): Promise<Job> {
  const { principal } = scope
  requireScope(scope, work.scope)
  await requireRoom(scope, kind)
  const [only, ...others] = scope.environments
  const seen = others.length === 0 && only !== undefined ? only : null
  const [app, ...apps] = principal.appIds === 'all' ? [] : principal.appIds
  if (apps.length > 0) throw new Error('nobody who sees several apps, and not all, starts jobs')
  const id = scope.newId()
  await store.insertJob(scope, {
    ...newTurn(scope),
    id,
    environment: work.environment ?? seen,
    app_id: app ?? null,
    kind,
    scope: work.scope,
    about: work.about,
    made_by_kind: madeByKind(scope),
    made_by: principal.id,
    made_by_name: principal.name,
    request_id: scope.request.id,
    params: params.parse(work.params) as object,
    unit: work.unit,
    place: null,
    stage: null,
    total: null,
    result: null,
    file: null,
    at: scope.now(),
    started_at: null,
  })
  const row = await store.findSeen(scope, id)
  if (!row) throw new Error('a job is not seen by whoever has started it')
  await startTurn(scope, row)
  await tell(scope, row)
  return jobOf(row)
}

export async function showJob(scope: Scope, id: string): Promise<Job> {
  return jobOf(await requireSeen(scope, id))
}

/** What it has begun and not committed comes to nothing: it has lost its turn. */
export async function cancelJob(scope: Scope, id: string): Promise<Job> {
  await requireSeen(scope, id)
  const row = await changeOrRefuse(scope, id, ['queued', 'running'], {
    state: 'cancelled',
    done: store.doneByPlace(scope),
    turn: scope.newId(),
    finished_at: scope.now(),
  })
  return changed(scope, row, 'jobs.cancelled')
}

export async function resumeJob(scope: Scope, id: string): Promise<Job> {
  return startAgain(scope, id, 'jobs.resumed', {})
}

export async function retryJob(scope: Scope, id: string): Promise<Job> {
  const beginning = { place: null, stage: null, done: 0, total: null }
  return startAgain(scope, id, 'jobs.retried', beginning)
}

async function startAgain(
  scope: Scope,
  id: string,
  action: AuditAction,
  from: Parameters<typeof store.changeIn>[3],
): Promise<Job> {
  const seen = await requireSeen(scope, id)
  requireScope(scope, seen.scope)
  await requireRoom(scope, seen.kind)
  const again = { ...newTurn(scope), ...from }
  const row = await changeOrRefuse(scope, id, ['failed', 'cancelled'], again)
  await startTurn(scope, row)
  return changed(scope, row, action)
}

async function changed(scope: Scope, row: store.JobRow, action: AuditAction): Promise<Job> {
  scope.audit({
    action,
    target: row.id,
    ...(row.environment ? { environment: row.environment } : {}),
    ...(row.app_id ? { appId: row.app_id } : {}),
    after: { kind: row.kind, ...row.about },
  })
  await tell(scope, row)
  return jobOf(row)
}

/** Who listens reads it again; the job itself is in no event. */
export async function tell(scope: Scope, row: store.JobRow): Promise<void> {
  await scope.emit(jobEvents.changed, {
    environment: row.environment,
    appId: row.app_id ?? undefined,
    ref: { jobId: row.id, madeBy: row.made_by, scope: row.scope },
    data: {},
  })
}

export async function requireSeen(scope: Scope, id: string): Promise<store.JobRow> {
  const row = await store.findSeen(scope, id)
  if (!row) throw new Problem('not-found', { detail: 'There is no job with this id.' })
  return row
}

async function requireRoom(scope: Scope, kind: string): Promise<void> {
  if ((await store.lockAndCountUnfinished(scope, kind)) < jobsAtOnce) return
  throw new Problem('conflict', {
    detail: `No more than ${jobsAtOnce} of these run at once. Wait for one to end, or cancel one.`,
  })
}

async function changeOrRefuse(
  scope: Scope,
  id: string,
  states: readonly JobState[],
  change: Parameters<typeof store.changeIn>[3],
): Promise<store.JobRow> {
  const row = await store.changeIn(scope, id, states, change)
  if (row) return row
  throw new Problem('conflict', {
    detail: `Only a job that is ${states.join(' or ')} allows this.`,
  })
}

function newTurn(scope: Scope) {
  return {
    turn: scope.newId(),
    state: 'queued',
    stage_since: null,
    faults: 0,
    failure: null,
    moved_at: scope.now(),
    finished_at: null,
  } as const
}

function madeByKind({ principal }: Scope): Job['madeBy']['kind'] {
  const { kind } = principal
  if (kind !== 'anonymous' && kind !== 'module-team') return kind
  throw new Problem('unauthenticated', { detail: 'Sign in first.' })
}
