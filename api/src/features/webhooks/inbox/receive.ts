/** What the inbox does with an attempt: it looks at the signature as any receiver would, keeps it, and answers. */
import { toleranceSeconds } from '@sonaqor/contract/webhook-bounds'
import type { Scope } from '../../../core/scope/index.ts'
import type { Sendable } from '../endpoints/sendable.ts'
import { liveSecrets } from '../endpoints/secrets.store.ts'
import { sentHeaders, type AttemptOutcome, type AttemptRequest } from '../attempt/attempt.ts'
import { signedOf, type SigningSecret } from '../signing/sign.ts'
import { signaturesIn, signerOf } from '../signing/signers.ts'
import { keepMessage } from './messages.store.ts'
import type { TellReceived } from './tell-received.ts'

/** Which attempt it is. */
export interface Arrival {
  readonly deliveryId: string
  readonly attempt: number
  readonly eventId: string
  readonly eventType: string
  readonly isTest: boolean
}

/** Whoever waits for messages of an inbox hears of it from whichever process. */
export const inboxTopic = (endpointId: string) => `webhook-inbox ${endpointId}`

/** Is kept once its transaction commits, and once for each attempt, however often that is made. */
export async function receiveInInbox(
  scope: Scope,
  { id, environment, appId }: Sendable,
  arrival: Arrival,
  { headers: given, body }: AttemptRequest,
  tellReceived: TellReceived,
): Promise<AttemptOutcome> {
  const begunAt = performance.now()
  const headers: Readonly<Record<string, string>> = sentHeaders(given, Buffer.from(body))
  const secrets = (await liveSecrets(scope, [id])).get(id) ?? []
  const answered = await keepMessage(scope, {
    id: scope.newId(),
    environment,
    endpoint_id: id,
    delivery_id: arrival.deliveryId,
    attempt: arrival.attempt,
    event_id: arrival.eventId,
    event_type: arrival.eventType,
    is_test: arrival.isTest,
    received_at: scope.now(),
    is_valid: isSigned(secrets, headers, body, scope.now()),
    headers,
    body,
  })
  scope.wake(inboxTopic(id))
  scope.afterCommit(() => tellReceived({ tenantId: scope.tenantId, environment, appId, id }))
  return outcomeOf(answered, headers, performance.now() - begunAt)
}

function isSigned(
  secrets: readonly SigningSecret[],
  headers: Readonly<Record<string, string>>,
  body: string,
  now: Date,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = headers
  const seconds = Number(time)
  const apart = Math.abs(now.getTime() / 1000 - seconds)
  if (!id || !signature || !(apart <= toleranceSeconds)) return false
  const signed = signedOf(id, seconds, body)
  return signerOf(secrets, signed, signaturesIn(signature)) !== undefined
}

const outcomeOf = (
  status: number,
  requestHeaders: Readonly<Record<string, string>>,
  latencyMs: number,
): AttemptOutcome => ({
  status,
  fault: status < 300 ? null : 'status',
  detail: status < 300 ? null : `answered ${status}`,
  latencyMs,
  timing: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null },
  address: null,
  requestHeaders,
  response: { headers: {}, body: { text: '', bytes: 0, cut: false } },
})
