import { logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { expect, test } from '@jest/globals'
import { linesOf } from './live-record.ts'
import {
  arrive,
  forget,
  keptAtMost,
  merge,
  nothingNew,
  recordAtMost,
  release,
} from './live-rows.ts'

const at = (second: number) => `2026-11-20T10:00:${String(second).padStart(2, '0')}.000Z`
const row = (id: string, second = 0) => logEntryOf({ id, at: at(second) })
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
const batch = (...ids: string[]) => ({ entries: ids.map((id) => row(id)), dropped: 0 })

test('LG-5: new rows are shown at once while nobody reads', () => {
  const rows = arrive(nothingNew, batch('a'), false)
  expect(idsOf(rows.shown)).toEqual(['a'])
  expect(rows.waiting).toEqual([])
})

test('LG-5: while somebody reads new rows wait, and all are let in together', () => {
  const held = arrive(arrive(nothingNew, batch('a'), true), batch('b'), true)
  expect(held.shown).toEqual([])
  expect(idsOf(held.waiting)).toEqual(['b', 'a'])
  expect(idsOf(release(held).shown)).toEqual(['b', 'a'])
  expect(idsOf(arrive(held, batch('c'), false).shown)).toEqual(['c', 'b', 'a'])
})

test('LG-8: what does not fit or never came is counted as missed', () => {
  const many = Array.from({ length: keptAtMost + 5 }, (_, index) => String(index))
  const rows = arrive(nothingNew, { ...batch(...many), dropped: 2 }, true)
  expect(rows.waiting).toHaveLength(keptAtMost)
  expect(rows.missed).toBe(7)
})

test('LG-5: reading the list again forgets what it brought, and keeps what came meanwhile', () => {
  const before = arrive(nothingNew, { ...batch('a'), dropped: 3 }, false)
  const after = arrive(before, { ...batch('b'), dropped: 1 }, false)
  const rows = forget(after, before)
  expect(idsOf(rows.shown)).toEqual(['b'])
  expect(rows.missed).toBe(1)
})

test('LG-5: rows that came both ways are listed once, newest first', () => {
  const live = [row('c', 2), row('d', 3)]
  const read = [row('c', 2), row('b', 1), row('a', 1)]
  expect(idsOf(merge(live, read))).toEqual(['d', 'c', 'b', 'a'])
})

test('LG-8: all that came into view can be kept, and what never did is counted', () => {
  const held = arrive(
    arrive(nothingNew, batch('a'), false),
    { ...batch('b', 'c'), dropped: 4 },
    true,
  )
  expect(idsOf(held.record)).toEqual(['a'])
  const shown = release(held)
  expect(idsOf(shown.record)).toEqual(['b', 'c', 'a'])
  expect(shown.leftOut).toBe(4)
  // What was read again by the list was shown by it.
  const again = forget(arrive(shown, batch('d'), true), arrive(shown, batch('d'), true))
  expect(idsOf(again.record)).toEqual(['d', 'b', 'c', 'a'])
  expect(again.missed).toBe(0)
  expect(again.leftOut).toBe(4)
  const many = Array.from({ length: recordAtMost }, (_, index) => String(index))
  expect(arrive(shown, batch(...many), false).record).toHaveLength(recordAtMost)
})

test('LG-8: as a file they are lines, oldest first, and the last one says what is missing', () => {
  const lines = linesOf([row('b', 2), row('a', 1)], 7)
    .trimEnd()
    .split('\n')
  const [first, second, about] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect([first!['id'], second!['id']]).toEqual(['a', 'b'])
  expect(about).toEqual({
    liveTail: { shown: 2, leftOut: 7, from: row('a', 1).at, to: row('b', 2).at },
  })
})
