/** Does the steps of a turn, each in a transaction of its own, and keeps the job's row to what is true. */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemPrincipal, type SystemPrincipal } from '../../core/access/index.ts'
import { doing, type JobRunner } from '../../core/feature/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { tell } from './jobs.service.ts'
import { doneByPlace, findTurn, move, type JobRow } from './jobs.store.ts'
import { makerOf } from './jobs.view.ts'
import { queueOf, startTurn, type Turn } from './turn.ts'
import { WorkFailed, type Ended, type Failure, type Task, type Work } from './work.ts'

const turnMs = 2000
const tellEveryMs = 1000
/** After such a rest, of a worker that died say, the pace is counted anew. */
const longRestMs = 3000
/** As often in a row a step may not come off, for want of the database say, before the job has failed. */
const faultsMax = 5

/** Somebody has cancelled the job, or another worker has taken it over: what was done is rolled back. */
class Overtaken extends Error {}

/** The runner of a kind of work, for the jobs of its feature. */
export function workRunner<Params, Place>(
  foundation: Foundation,
  work: Work<Params, Place>,
): JobRunner {
  return doing({
    type: queueOf(work.kind),
    run: (scope, turn) => takeTurn(foundation, work, scope.tenantId, turn),
  })
}

async function takeTurn<Params, Place>(
  { scopes, log }: Foundation,
  work: Work<Params, Place>,
  tenantId: string,
  { jobId, turn }: Turn,
): Promise<void> {
  const house = systemPrincipal(work.kind, tenantId)
  let row = await scopes.run(house, (scope) => begin(scope, jobId, turn))
  if (!row) return
  const worker = workerFor(row, house)
  const pace = { end: performance.now() + turnMs, told: performance.now() }
  while (row?.state === 'running' && row.turn === turn) {
    const before: JobRow = row
    try {
      const taken = await scopes.run(worker, (scope) => takeStep(scope, work, before, pace))
      row = taken.row
      // In no transaction, and with no connection that others might want.
      if (taken.restMs > 0) await sleep(taken.restMs)
    } catch (error) {
      if (error instanceof Overtaken) return
      log.warn({ err: error, job: jobId, requestId: row.request_id }, 'a step did not come off')
      await scopes.run(worker, (scope) => giveWay(scope, work, before, error))
      return
    }
  }
}

/** What is done for somebody sees what they saw: their environments, and a key's own app. */
function workerFor(
  { environment, app_id: appId }: JobRow,
  house: SystemPrincipal,
): SystemPrincipal {
  return {
    ...house,
    environments: environment ? [environment] : house.environments,
    appIds: appId ? [appId] : 'all',
  }
}

async function begin(scope: Scope, id: string, turn: string): Promise<JobRow | undefined> {
  const row = await findTurn(scope, id, turn)
  if (!row) return undefined
  const restMs = scope.now().getTime() - row.moved_at.getTime()
  if (row.state === 'running' && restMs < longRestMs) return row
  const begun = await move(scope, row, {
    state: 'running',
    started_at: row.started_at ?? scope.now(),
    moved_at: scope.now(),
    stage_from: row.done,
    stage_since: scope.now(),
  })
  if (begun) await tell(scope, begun)
  return begun
}

interface Pace {
  readonly end: number
  told: number
}

async function takeStep<Params, Place>(
  scope: Scope,
  work: Work<Params, Place>,
  row: JobRow,
  pace: Pace,
): Promise<{ readonly row: JobRow; readonly restMs: number }> {
  const task = taskOf(work, row)
  const step = await work.step(scope, task)
  const now = scope.now()
  if ('result' in step) {
    const { result, file = null } = step
    const over = { state: 'done', result, file, moved_at: now, finished_at: now } as const
    const done = await moveOn(scope, row, over)
    await work.ended?.(scope, { ...task, state: 'done', result })
    await tell(scope, done)
    return { row: done, restMs: 0 }
  }
  const { place, stage, done, total, restMs = 0 } = step
  const isNew = stage !== row.stage
  const handsOn = performance.now() >= pace.end
  const next = await moveOn(scope, row, {
    place: place as object,
    stage,
    done,
    total,
    faults: 0,
    moved_at: now,
    ...(isNew ? { stage_from: done, stage_since: now } : {}),
    ...(handsOn ? { turn: scope.newId() } : {}),
  })
  if (handsOn) await startTurn(scope, next)
  if (isNew || performance.now() - pace.told >= tellEveryMs) {
    pace.told = performance.now()
    await tell(scope, next)
  }
  // Whoever has the next turn is not waited for.
  return { row: next, restMs: handsOn ? 0 : restMs }
}

/** A fault is tried again a little later each time; what nothing mends ends the job. */
async function giveWay<Params, Place>(
  scope: Scope,
  work: Work<Params, Place>,
  row: JobRow,
  error: unknown,
): Promise<void> {
  const faults = row.faults + 1
  const isOver = error instanceof WorkFailed || faults >= faultsMax
  if (!isOver) {
    const next = await move(scope, row, { faults, turn: scope.newId(), moved_at: scope.now() })
    if (next) await startTurn(scope, next, 2 ** faults)
    return
  }
  const failure: Failure = error instanceof WorkFailed ? error.failure : internal
  const failed = await move(scope, row, {
    state: 'failed',
    done: doneByPlace(scope),
    failure,
    faults,
    finished_at: scope.now(),
  })
  if (!failed) return
  const { id, params, madeBy } = taskOf(work, row)
  const ended: Ended<Params> = { id, params, madeBy, state: 'failed', failure }
  await work.ended?.(scope, ended)
  await tell(scope, failed)
}

const internal: Failure = { code: 'internal', detail: 'Something went wrong on our side.' }

async function moveOn(
  scope: Scope,
  row: JobRow,
  change: Parameters<typeof move>[2],
): Promise<JobRow> {
  const next = await move(scope, row, change)
  if (!next) throw new Overtaken()
  return next
}

function taskOf<Params, Place>(work: Work<Params, Place>, row: JobRow): Task<Params, Place> {
  return {
    id: row.id,
    params: work.params.parse(row.params),
    place: row.place === null ? null : work.place.parse(row.place),
    madeBy: makerOf(row),
    askedAt: row.at,
  }
}
