import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { changeIn, deleteFinished, findStalled } from './jobs.store.ts'
import { startTurn } from './turn.ts'

const minuteMs = 60_000
const stalledMs = 10 * minuteMs
const keptMs = 90 * 24 * 60 * minuteMs

const ago = (scope: Scope, ms: number) => new Date(scope.now().getTime() - ms)

/** A queue that was lost, or a worker that died too often, takes no job with it. */
export async function startStalled(scope: Scope): Promise<void> {
  for (const { id } of await findStalled(scope, ago(scope, stalledMs))) {
    const turn = { turn: scope.newId(), moved_at: scope.now() }
    const row = await changeIn(scope, id, ['queued', 'running'], turn)
    if (row) await startTurn(scope, row)
  }
}

export const tidying: readonly JobRunner[] = [
  {
    type: job('jobs.start-stalled', z.object({})),
    every: '*/15 * * * *',
    each: 'tenant',
    run: startStalled,
  },
  {
    type: job('jobs.forget', z.object({})),
    every: '33 4 * * *',
    each: 'tenant',
    run: (scope) => deleteFinished(scope, ago(scope, keptMs)),
  },
]
