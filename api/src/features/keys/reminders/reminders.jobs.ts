/** Whoever runs what a key opens hears in time that it will expire: 30, 14, 7 days and one day before. */
import type { Environment } from '@sonaqor/contract/access'
import { z } from 'zod'
import { doing, type JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { notify } from '../../notifications/index.ts'
import { keyNotice } from '../key-notice.ts'
import { findKey } from '../keys.store.ts'
import { dueReminders, settleReminder } from './reminders.store.ts'

const remindersAtOnce = 1000
const dayMs = 86_400_000

const remind = job('keys.remind', z.object({ keyId: z.uuid() }))

export const reminderJobs: readonly JobRunner[] = [
  {
    type: job('keys.find-expiring', z.object({})),
    every: '*/5 * * * *',
    async run(scope) {
      for (const due of await dueReminders(scope, remindersAtOnce)) await startReminding(scope, due)
    },
  },
  doing({
    type: remind,
    async run(scope, { keyId }) {
      const mayTell = await settleReminder(scope, keyId)
      const key = await findKey(scope, keyId)
      if (!mayTell || key?.state !== 'active' || !key.expiresAt) return
      const { appId, environment, expiresAt: at } = key
      const days = Math.ceil((Date.parse(at) - scope.now().getTime()) / dayMs)
      const { params, link } = keyNotice(key)
      const told = await notify(scope, {
        kind: 'keys.expiring',
        params: { ...params, days, at },
        link,
      })
      const after = { days, expiresAt: at, told: told.length }
      scope.audit({ action: 'keys.reminded', target: keyId, environment, appId, after })
    },
  }),
]

interface Due {
  readonly tenant_id: string
  readonly environment: Environment
  readonly key_id: string
}

function startReminding(scope: Scope, { tenant_id: tenantId, environment, key_id: keyId }: Due) {
  return scope.start(
    remind,
    { keyId },
    { tenantId, environment, singleton: `keys.remind ${keyId}` },
  )
}
