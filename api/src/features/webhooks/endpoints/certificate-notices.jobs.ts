/** Whoever runs the receivers hears 30, 7 and 1 days before a client certificate ends, and that it has ended. */
import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { notify } from '../../notifications/index.ts'
import { dayMs } from '../days.ts'
import { findRow } from './endpoints.store.ts'
import { linkTo, named } from './tell.ts'
import { appOf } from './whose.ts'
import { dueNotices, settleNotice } from '../certificates/certificates.store.ts'

const atOnce = 500

export const certificateJobs: readonly JobRunner[] = [
  {
    type: job('webhooks.find-ending-certificates', z.object({})),
    every: '43 * * * *',
    each: 'tenant',
    async run(scope) {
      for (const due of await dueNotices(scope, atOnce)) {
        await settleNotice(scope, due)
        await tellEnding(scope, due.endpoint_id, due.valid_until)
      }
    },
  },
]

async function tellEnding(scope: Scope, endpointId: string, validUntil: Date): Promise<void> {
  const endpoint = await findRow(scope, endpointId)
  if (!endpoint) return
  const days = Math.ceil((validUntil.getTime() - scope.now().getTime()) / dayMs)
  const params = { ...named(endpoint), at: validUntil.toISOString() }
  const link = linkTo(endpointId)
  const told =
    days > 0
      ? await notify(scope, {
          kind: 'webhooks.certificate-expiring',
          params: { ...params, days },
          link,
        })
      : await notify(scope, { kind: 'webhooks.certificate-expired', params, link })
  scope.audit({
    action: 'webhooks.certificate-reminded',
    target: endpointId,
    environment: endpoint.environment,
    appId: appOf(endpoint),
    after: { days: Math.max(0, days), validUntil: params.at, told: told.length },
  })
}
