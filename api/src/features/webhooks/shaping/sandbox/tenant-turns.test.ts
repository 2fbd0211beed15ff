/** WH-3: whose code runs next, where that of some takes long or hangs. */
import { expect, test } from '@jest/globals'
import { TenantTurns } from './tenant-turns.ts'

const slow = ['s1', 's2', 's3', 's4', 's5', 's6']

function turnsOf(waiting: Record<string, readonly string[]>) {
  const clock = { now: 0 }
  const turns = new TenantTurns<string>(() => clock.now)
  const add = (tenantId: string, codes: readonly string[]) => {
    for (const code of codes) turns.add(tenantId, code, code)
  }
  for (const [tenantId, codes] of Object.entries(waiting)) add(tenantId, codes)
  return { clock, add, turns, begun: () => turns.next()?.item }
}

test('WH-3 of a tenant one code runs at a time, so that whoever comes meanwhile finds a thread', () => {
  const { add, turns, begun } = turnsOf({ slow })
  expect([begun(), begun()]).toEqual(['s1', undefined])
  add('other', ['o1', 'o2'])
  expect([begun(), begun()]).toEqual(['o1', undefined])
  turns.ended('other', false)
  expect(begun()).toBe('o2')
  turns.ended('slow', false)
  expect(begun()).toBe('s2')
})

test('WH-3 whoever hung waits behind others, and may run again when it is long ago', () => {
  const { clock, add, turns, begun } = turnsOf({ slow, bad: ['b1'] })
  expect([begun(), begun()]).toEqual(['s1', 'b1'])
  add('other', ['o1'])
  turns.ended('bad', true)
  add('bad', ['b2'])
  turns.ended('slow', true)
  expect([begun(), begun()]).toEqual(['o1', 'b2'])
  turns.ended('other', false)
  expect(begun()).toBeUndefined()
  clock.now = 60_000
  expect(begun()).toBe('s2')
})

test('WH-3 however many tenants hang, they have one thread together', () => {
  const { add, turns, begun } = turnsOf({ slow: ['s1'], bad: ['b1'] })
  expect([begun(), begun()]).toEqual(['s1', 'b1'])
  turns.ended('slow', true)
  turns.ended('bad', true)
  add('slow', ['s2'])
  add('bad', ['b2'])
  expect([begun(), begun()]).toEqual(['s2', undefined])
  add('other', ['o1'])
  expect(begun()).toBe('o1')
  turns.ended('slow', false)
  expect(begun()).toBe('b2')
})
