/**
 * What waits for an endpoint that was deleted is cancelled by and by: there may be a million of them, and
 * whoever deletes it, or writes what became of an attempt, waits for none.
 */
import { z } from 'zod'
import { doing, type JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { cancelSome } from './cancel.store.ts'

const cancelWaiting = job('webhooks.cancel-waiting', z.object({ endpointId: z.uuid() }), {
  expireSeconds: 3600,
})

/** An event that was read just before is put there a moment later; it is looked for once more then. */
const againSeconds = 60

export async function startCancelling(scope: Scope, endpointId: string): Promise<void> {
  for (const afterSeconds of [0, againSeconds]) {
    await scope.start(cancelWaiting, { endpointId }, { afterSeconds })
  }
}

export const cancelRunner: JobRunner = doing({
  type: cancelWaiting,
  async run(scope, { endpointId }) {
    // Each lot is a transaction of its own.
    while (await scope.keep((_, kept) => cancelSome(kept, endpointId)));
  },
})
