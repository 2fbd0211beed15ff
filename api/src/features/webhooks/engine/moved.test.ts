/** WH-3: what an address asks for is kept to where nobody can say whether its endpoint is still there. */
import { expect, test } from '@jest/globals'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Lane } from './lane.ts'
import { ofItsAddress } from './moved.ts'
import { becomes } from './outcome.ts'
import type { Sent } from './send.ts'

const now = new Date()
const inAnHour = new Date(now.getTime() + 3_600_000)
const at = { id: 'e', url: 'https://receiver.example/' }
const lane = { facts: { tenantId: 't' } } as Lane

function said(status: number, notBefore: Date | null): Sent {
  const came = { step: 0, status, fault: 'status', notBefore } as const
  const { state, step, dueAt } = becomes(came, now)
  const settledAt = dueAt === null ? now : null
  const result = { state, step, due_at: dueAt, settled_at: settledAt } as Sent['result']
  return { result, came, broke: null }
}

/** Where the endpoint is still there, has moved, or nobody can say. */
async function heard(isThere: boolean | null, sent: Sent): Promise<Sent> {
  const run = async () => {
    if (isThere === null) throw new Error('no connection left')
    return isThere
  }
  const parts = { scopes: { run }, clock: { now: () => now }, log: { debug: () => undefined } }
  return ofItsAddress(parts as unknown as Foundation, lane, at, sent)
}

test('WH-3 whoever asks to be left alone is, though the database cannot say whether it is still asked', async () => {
  const sent = said(429, inAnHour)
  expect(await heard(true, sent)).toBe(sent)
  const unsure = await heard(null, sent)
  expect(unsure).toMatchObject({ came: null, result: { state: 'retrying', due_at: inAnHour } })
  const moved = await heard(false, sent)
  expect(moved).toMatchObject({ came: null, result: { state: 'retrying' } })
  expect(moved.result.due_at!.getTime()).toBeLessThan(inAnHour.getTime())
})

test('WH-3 none is given up as gone where the database cannot say who is', async () => {
  const sent = said(410, null)
  expect(sent.result).toMatchObject({ state: 'failed', due_at: null, settled_at: now })
  expect(await heard(null, sent)).toMatchObject({
    came: null,
    result: { state: 'retrying', step: 1, due_at: expect.any(Date), settled_at: null },
  })
})
