import { customerEvents, NewCustomer, type customers } from '@sonaqor/contract/customers'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { FieldError } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { idsOf, upsertCustomers } from './customers.store.ts'
import { doorOf, ingest } from './ingest.ts'

type Sent = InputOf<typeof customers.ingest>['body']

export async function ingestCustomers(scope: Scope, body: Sent) {
  const { reply, counts } = await ingest<NewCustomer>(body, {
    row: NewCustomer,
    faultsOf: ({ birthDate }) => faultsOfBirth(birthDate, scope.now()),
    store: (rows) => upsertCustomers(scope, rows),
  })
  const { created, updated } = counts
  if (created + updated > 0) {
    const { appId, environment } = doorOf(scope)
    const after = { created, updated }
    scope.audit({ action: customerEvents.ingested.name, target: appId, environment, appId, after })
  }
  await tell(scope, counts)
  return reply
}

/** Where the sun has risen already it is tomorrow. */
function faultsOfBirth(birthDate: string | undefined, now: Date): readonly FieldError[] {
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000).toISOString().slice(0, 10)
  if (birthDate === undefined || birthDate <= tomorrow) return []
  return [{ detail: 'must not lie in the future', pointer: '#/birthDate' }]
}

/**
 * The ids of customers by the partner's own; those that nobody has sent in yet are created, with
 * nothing known of them but that they exist. Whoever needs them audits the request as a whole.
 */
export async function ensureCustomers(
  scope: Scope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = await idsOf(scope, externalIds)
  const missing = externalIds.filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const fates = await upsertCustomers(
    scope,
    missing.map((externalId) => ({ externalId })),
  )
  await tell(scope, {
    created: fates.filter(({ status }) => status === 'created').length,
    updated: 0,
  })
  return idsOf(scope, externalIds)
}

async function tell(
  scope: Scope,
  { created, updated }: { readonly created: number; readonly updated: number },
): Promise<void> {
  if (created + updated === 0) return
  const { appId, environment } = doorOf(scope)
  await scope.emit(customerEvents.ingested, {
    environment,
    appId,
    ref: { appId },
    data: { appId, created, updated },
  })
}
