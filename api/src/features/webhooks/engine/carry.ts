/** How an attempt gets to its endpoint: over the network, or into the test inbox of its app. */
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Courier } from '../../../core/outbound/index.ts'
import type { Sendable } from '../endpoints/sendable.ts'
import { receiveInInbox } from '../inbox/receive.ts'
import type { TellReceived } from '../inbox/tell-received.ts'
import { makeAttempt, type AttemptOutcome, type AttemptRequest } from '../attempt/attempt.ts'
import { isTest, type Due } from './doors.store.ts'

export type Carry = (
  sendable: Sendable,
  due: Due,
  tenantId: string,
  request: AttemptRequest,
) => Promise<AttemptOutcome>

export const carrying =
  ({ scopes }: Pick<Foundation, 'scopes'>, courier: Courier, tellReceived: TellReceived): Carry =>
  (sendable, due, tenantId, request) => {
    if (sendable.kind === 'http') return makeAttempt(courier, request)
    const { id: deliveryId, eventId, type: eventType, attempts } = due
    const attempt = attempts + 1
    const arrival = { deliveryId, attempt, eventId, eventType, isTest: isTest(due) }
    return scopes.run(systemPrincipal('webhooks', tenantId), (scope) =>
      receiveInInbox(scope, sendable, arrival, request, tellReceived),
    )
  }
