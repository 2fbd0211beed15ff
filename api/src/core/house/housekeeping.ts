/** What the house itself does from time to time, and for whoever runs it by command. */
import type { Command, Feature, JobRunner } from '../feature/index.ts'
import { forgetReadings } from '../audit/index.ts'
import { keptHours } from '../idempotency/index.ts'
import { job } from '../jobs/index.ts'
import { z } from 'zod'
import { keysKept } from './keys-kept.ts'

const tidy: JobRunner = {
  type: job('house.tidy', z.object({})),
  every: '17 * * * *',
  async run(scope) {
    const oldest = new Date(scope.now().getTime() - keptHours * 3_600_000)
    await scope.db.raw('select app.purge_idempotent_answers(?)', [oldest])
    await scope.db('quota_windows').where('expires_at', '<', scope.now()).delete()
    await forgetReadings(scope, scope.now())
  },
}

/** What is over in a tenant, where the house itself sees nothing. */
const tidyTenant: JobRunner = {
  type: job('house.tidy-tenant', z.object({})),
  every: '23 3 * * *',
  each: 'tenant',
  async run(scope) {
    await scope
      .db('step_up_proofs')
      .where({ tenant_id: scope.tenantId })
      .where('expires_at', '<', scope.now())
      .delete()
  },
}

export interface Housekeeping {
  readonly jobs: readonly JobRunner[]
  readonly commands: Readonly<Record<string, Command>>
}

export function housekeeping(features: readonly Feature[]): Housekeeping {
  const keys = keysKept(features.flatMap(({ sealed = [] }) => sealed))
  return { jobs: [tidy, tidyTenant, ...keys.jobs], commands: keys.commands }
}
