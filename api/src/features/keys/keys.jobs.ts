import { keyEvents } from '@sonaqor/contract/keys'
import { z } from 'zod'
import { doing, type JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { tell } from './keys.service.ts'
import * as store from './keys.store.ts'
import { dueOverlaps, settleDueOverlap } from './rotation/rotation.store.ts'
import { forgetUsage } from './use/usage.store.ts'

const endsAtOnce = 1000

const findExpired = job('keys.find-expired', z.object({}))
const findEndedOverlaps = job('keys.find-ended-overlaps', z.object({}))
const tellEndOfOverlap = job('keys.tell-end-of-overlap', z.object({ keyId: z.uuid() }))
const tellExpiry = job('keys.tell-expiry', z.object({ keyId: z.uuid() }))

/** A key or a secret ends by the clock alone; what takes a job is to say so, once, to those who listen. */
export const keysJobs: readonly JobRunner[] = [
  {
    type: findExpired,
    every: '* * * * *',
    async run(scope) {
      const due = await store.dueExpiries(scope, endsAtOnce)
      for (const { tenant_id: tenantId, environment, key_id: keyId } of due) {
        const singleton = `keys.tell-expiry ${keyId}`
        await scope.start(tellExpiry, { keyId }, { tenantId, environment, singleton })
      }
    },
  },
  {
    type: findEndedOverlaps,
    every: '* * * * *',
    async run(scope) {
      const due = await dueOverlaps(scope, endsAtOnce)
      for (const { tenant_id: tenantId, environment, key_id: keyId } of due) {
        const singleton = `keys.tell-end-of-overlap ${keyId}`
        await scope.start(tellEndOfOverlap, { keyId }, { tenantId, environment, singleton })
      }
    },
  },
  {
    type: job('keys.forget-usage', z.object({})),
    every: '53 3 * * *',
    each: 'tenant',
    run: forgetUsage,
  },
  doing({
    type: tellEndOfOverlap,
    async run(scope, { keyId }) {
      const mayTell = await settleDueOverlap(scope, keyId)
      const key = await store.findKey(scope, keyId)
      // With a key that is over, both of its secrets are, and that is told already.
      if (!mayTell || key?.state !== 'active') return
      await tell(scope, keyEvents.overlapEnded, key)
      await scope.closeSockets(keyId)
    },
  }),
  doing({
    type: tellExpiry,
    async run(scope, { keyId }) {
      const mayTell = await store.settleExpiry(scope, keyId)
      const key = await store.findKey(scope, keyId)
      if (!mayTell || key?.state !== 'expired') return
      await tell(scope, keyEvents.expired, key)
      // Its own sockets have ended with the clock; those of its pages end with it now.
      await scope.closeSockets(keyId)
    },
  }),
]
