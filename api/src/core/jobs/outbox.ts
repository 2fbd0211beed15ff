import type { Environment } from '@sonaqor/contract/access'
import type { Scope, StartOptions } from '../scope/index.ts'
import type { JobType } from './job-type.ts'

export interface OutboxRow {
  id: string
  name: string
  tenant_id: string | null
  environment: Environment | null
  payload: object
  start_at: Date | null
  singleton: string | null
}

/** Puts a job into the outbox: it is there when the transaction commits, and never otherwise. */
export async function putJob<Payload>(
  scope: Scope,
  job: JobType<Payload>,
  payload: Payload,
  options: StartOptions,
): Promise<void> {
  const { tenantId, environment, afterSeconds, singleton } = options
  await scope.db<OutboxRow>('job_outbox').insert({
    id: scope.newId(),
    name: job.name,
    tenant_id: tenantId ?? scope.principal.tenantId,
    environment: environment ?? null,
    payload: job.payload.parse(payload) as object,
    start_at: afterSeconds ? new Date(scope.now().getTime() + afterSeconds * 1000) : null,
    singleton: singleton ?? null,
  })
}
