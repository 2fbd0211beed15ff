import { setTimeout as sleep } from 'node:timers/promises'
import type { Holder } from '../../src/testing/transport.ts'
import type { World } from '../../src/testing/world.ts'

/** One request, as its caller knows of it. */
export interface Sent {
  /** Ids of customers or, of a batch, of transactions. */
  readonly externalIds: readonly string[]
  readonly kind: 'customer' | 'batch'
  /** Null while nothing has come back, and for good where the connection broke. */
  answer: { readonly requestId: string; readonly status: number } | null
}

export interface Callers {
  start(): { stop(): Promise<void> }
  sent(): readonly Sent[]
  counts(): { answered: number; batches: number }
}

const callersAtOnce = 6
const rowsOfBatch = 20
const patienceMs = 30_000

/** Partners that go on calling, whatever happens at the other end. */
export function createCallers(world: World, key: Holder): Callers {
  const sent: Sent[] = []
  let serial = 0

  async function call(): Promise<void> {
    const number = (serial += 1)
    const request = number % 3 === 0 ? batchOf(number) : customerOf(number)
    sent.push(request)
    const response = await world.ask(pathOf(request), {
      as: key,
      json: bodyOf(request),
      server: world.servers.length - 1,
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.arrayBuffer()
    const requestId = response.headers.get('x-request-id') ?? 'none'
    request.answer = { requestId, status: response.status }
  }

  return {
    start() {
      const ending = new AbortController()
      const lanes = Array.from({ length: callersAtOnce }, async () => {
        // A broken connection is what this is about; the caller tries its luck again.
        while (!ending.signal.aborted) await call().catch(() => sleep(20))
      })
      return {
        stop: async () => {
          ending.abort()
          await Promise.all(lanes)
        },
      }
    },
    sent: () => sent,
    counts: () => ({
      answered: sent.filter(({ answer }) => answer).length,
      batches: sent.filter(({ kind }) => kind === 'batch').length,
    }),
  }
}

const customerOf = (number: number): Sent => ({
  kind: 'customer',
  externalIds: [`customer-${number}`],
  answer: null,
})

const batchOf = (number: number): Sent => ({
  kind: 'batch',
  externalIds: Array.from({ length: rowsOfBatch }, (_, row) => `transaction-${number}-${row}`),
  answer: null,
})

const pathOf = ({ kind }: Sent) => (kind === 'batch' ? '/v1/transactions' : '/v1/customers')

function bodyOf({ kind, externalIds }: Sent): object {
  if (kind === 'customer') return { externalId: externalIds[0] }
  const rest = { occurredAt: '2026-11-01T10:00:00Z', amount: '1.00', currency: 'EUR' }
  return { items: externalIds.map((externalId) => ({ externalId, ...rest })) }
}
