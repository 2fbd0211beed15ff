/** WH-3: whatever goes wrong on the way to a receiver is an attempt like any other. */
import { expect, test } from '@jest/globals'
import type { Sendable } from '../endpoints/sendable.ts'
import type { Carry } from './carry.ts'
import type { Due, LaneFacts } from './doors.store.ts'
import { send } from './send.ts'

const now = new Date('2026-11-22T12:00:00Z')
const clock = { now: () => now } as Parameters<typeof send>[1]
const facts = { tenantId: 't', environment: 'sandbox', endpointId: 'e' } as LaneFacts
const due = { id: 'd', eventId: 'v', type: 'a.b', at: now.toISOString(), data: {}, payload: null }
const sendable = { url: 'https://a.test', headers: {}, secrets: [], transformation: null }
const sending = (carry: Carry, more: object = {}) =>
  send(
    carry,
    clock,
    { ...sendable, ...more } as unknown as Sendable,
    { ...due, attempts: 0, step: 0, cause: 'schedule', due: 0 } as Due,
    facts,
  )

const breaking: Carry = () => Promise.reject(new Error('ours'))

test.each<[string, Carry, object]>([
  ['what carries it', breaking, {}],
  ['what signs it', breaking, { secrets: null }],
])(
  'WH-3 where %s breaks, it is tried again by the table, and the receiver is not to blame',
  async (...[, carry, more]) => {
    const { result, came, broke } = await sending(carry, more)
    expect(broke).toBeInstanceOf(Error)
    expect(came).toBeNull()
    expect(result).toMatchObject({ state: 'retrying', number: 1, step: 1 })
    expect(result.attempt).toMatchObject({ fault: 'connection-reset', status: null })
    expect(result.due_at!.getTime()).toBeGreaterThan(now.getTime() + 3000)
  },
)

test('WH-4 whatever an attempt came to is kept as text that a database holds', async () => {
  const odd = 'a\0b\ud83d'
  const { result } = await sending(async () => ({
    status: 500,
    fault: 'status',
    detail: odd,
    latencyMs: 1,
    timing: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null },
    address: odd,
    requestHeaders: { [odd]: odd },
    response: { headers: { [odd]: odd }, body: { text: odd, bytes: 3, cut: false } },
  }))
  const kept = JSON.stringify(result)
  expect(kept).not.toMatch(/\\u(0000|d83d)/)
  expect(kept.match(/a\ufffdb\ufffd/g)).toHaveLength(7)
})
