/** Webhooks as Standard Webhooks 1.0 has them: whether one is ours, of now, and as it was sent. */
import type { WebhookEvent } from './operations.ts'
import { keyOf, matches, signatureOf, toSign, type Key } from './signature.ts'

export interface ReceivedWebhook {
  /** The bytes as they came, before anything has read them: another space is another signature. */
  readonly body: string | Uint8Array
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** `whsec_…` or `whpk_…`; while one is rotated, the old and the new one. */
  readonly secret: string | readonly string[]
  /** How far its time may be from ours. */
  readonly toleranceSeconds?: number | undefined
}

export interface Webhook<Event> {
  /** The same for each attempt to bring this event: whoever keeps it does nothing twice. */
  readonly id: string
  /** When this attempt was signed. */
  readonly sentAt: Date
  readonly event: Event
}

export type WebhookFault = 'headers' | 'timestamp' | 'signature' | 'body'

/** It is not to be trusted: answer with 400, and do nothing. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError'
  readonly fault: WebhookFault

  constructor(fault: WebhookFault, message: string) {
    super(message)
    this.fault = fault
  }
}

/** As in the specification: enough for clocks that differ, and too little to send one again. */
const tolerance = 300
/** More than any rotation needs; each takes time to look at. */
const signaturesMax = 20

export async function verifyWebhook<Event = WebhookEvent>(
  received: ReceivedWebhook,
): Promise<Webhook<Event>> {
  const { body, headers, secret, toleranceSeconds = tolerance } = received
  const keys = await Promise.all([secret].flat().map((one) => keyOf(one)))
  if (keys.length === 0) throw new TypeError('A webhook is verified with a secret, at least one.')
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new TypeError('The body has to be as it came, a string or bytes, before it was parsed.')
  }
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headerOf(headers, name),
  )
  if (!id || !timestamp || !signatures) {
    throw new WebhookError('headers', 'webhook-id, -timestamp or -signature is missing.')
  }
  const sentAt = momentOf(timestamp)
  const signed = toSign(id, timestamp, body)
  if (!(await isSigned(keys, signed, signatures))) {
    throw new WebhookError('signature', 'No signature is by a secret of yours, over these bytes.')
  }
  if (Math.abs(Date.now() - sentAt.getTime()) > toleranceSeconds * 1000) {
    throw new WebhookError('timestamp', 'It was signed too long ago, or by a clock that is ahead.')
  }
  return { id, sentAt, event: eventIn(body) as Event }
}

/** What we would send with it, for tests of whoever receives it. */
export async function signWebhook(webhook: {
  readonly id: string
  readonly body: string | Uint8Array
  readonly secret: string
  readonly sentAt?: Date
}): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const { id, body, secret, sentAt = new Date() } = webhook
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signature = await signatureOf(await keyOf(secret), toSign(id, timestamp, body))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
}

async function isSigned(keys: readonly Key[], signed: Uint8Array, signatures: string) {
  const some = signatures.split(' ').slice(0, signaturesMax)
  const found = await Promise.all(keys.map((key) => matches(key, signed, some)))
  return found.includes(true)
}

function momentOf(timestamp: string): Date {
  const moment = new Date(/^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN)
  if (Number.isNaN(moment.getTime())) {
    throw new WebhookError('timestamp', 'webhook-timestamp is no time in seconds.')
  }
  return moment
}

function eventIn(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
  } catch {
    throw new WebhookError('body', 'It is signed, and its body is no JSON.')
  }
}

/** Some frameworks keep the letters of a name as they were sent, and some make lists of one. */
function headerOf(headers: ReceivedWebhook['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)
  return found && [found[1]].flat()[0]
}
