import type { EventType } from '@sonaqor/contract/event'
import { noRequestId } from '../audit/index.ts'
import type { EventFacts, Scope } from '../scope/index.ts'

interface EventRow {
  tenant_id: string
  environment: string | null
  id: string
  app_id: string | null
  type: string
  ref: object
  data: object
  at: Date
  request_id: string | null
}

/**
 * Told to the hub alone: the sockets of this principal, session or key are to be closed. It is the
 * house's own word: no area of the contract has this name, no screen and no reader hears of it.
 */
export const endOfPrincipal = 'internal.principal-ended'

/** Writes an event in the scope's transaction. Nothing leaves that its type does not declare. */
export async function insertEvent<E extends EventType>(
  scope: Scope,
  type: E,
  facts: EventFacts<E>,
): Promise<void> {
  await insert(scope, {
    environment: facts.environment,
    app_id: facts.appId ?? null,
    type: type.name,
    ref: type.ref.parse(facts.ref) as object,
    data: type.data.parse(facts.data) as object,
  })
}

export async function insertEnd(scope: Scope, id: string): Promise<void> {
  await insert(scope, {
    environment: null,
    app_id: null,
    type: endOfPrincipal,
    ref: { id },
    data: {},
  })
}

async function insert(
  scope: Scope,
  event: Omit<EventRow, 'tenant_id' | 'id' | 'at' | 'request_id'>,
): Promise<void> {
  const { tenantId: tenant_id, request } = scope
  const key = { tenant_id, id: scope.newId(), at: scope.now() }
  const request_id = request.id === noRequestId ? null : request.id
  await scope.db<EventRow>('events').insert({ ...key, ...event, request_id })
}
