/**
 * A turn: some steps of one job, one after another, and then the next in the line has its own. So a long
 * job keeps no short one waiting, and a worker that is asked to stop has soon done what it began.
 */
import { z } from 'zod'
import { job, type JobType } from '../../core/jobs/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { JobRow } from './jobs.store.ts'

const Turn = z.object({ jobId: z.uuid(), turn: z.uuid() })
export type Turn = z.output<typeof Turn>

/** The queue of a kind of work. A worker that dies is missed within half a minute, however often. */
export const queueOf = (kind: string): JobType<Turn> =>
  job(`jobs.${kind}`, Turn, { tries: 20, expireSeconds: 300 })

/** Whoever holds an older turn finds itself overtaken, so two never work on one job. */
export async function startTurn(
  scope: Scope,
  { id, kind, turn }: Pick<JobRow, 'id' | 'kind' | 'turn'>,
  afterSeconds = 0,
): Promise<void> {
  await scope.start(queueOf(kind), { jobId: id, turn }, { afterSeconds })
}
