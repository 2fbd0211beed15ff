import { expect, test } from '@jest/globals'
import { array, assert, integer, nat, property, tuple } from 'fast-check'
import { heightsOf } from './heights.ts'

test('rows begin where those before them end', () => {
  const heights = heightsOf([10, 20, 30])
  expect([0, 1, 2, 3].map(heights.startOf)).toEqual([0, 10, 30, 60])
  expect(heights.totalPx()).toBe(60)
  expect([-5, 0, 9, 10, 29, 30, 59, 60, 999].map(heights.rowAt)).toEqual([
    0, 0, 0, 1, 1, 2, 2, 2, 2,
  ])
})

test('a row that turns out higher moves all that follow, and says by how much', () => {
  const heights = heightsOf([10, 20, 30])
  expect(heights.measure(1, 25)).toBe(5)
  expect(heights.measure(1, 25)).toBe(0)
  expect([0, 1, 2, 3].map(heights.startOf)).toEqual([0, 10, 35, 65])
})

test('no rows have no height', () => {
  expect(heightsOf([]).totalPx()).toBe(0)
  expect(heightsOf([]).rowAt(40)).toBe(0)
})

test('whatever is measured, each row is found at its own place', () => {
  const px = integer({ min: 1, max: 400 })
  const change = tuple(nat(60), px)
  assert(
    property(array(px, { minLength: 1, maxLength: 60 }), array(change), (all, changes) => {
      const heights = heightsOf(all)
      const plain = [...all]
      for (const [place, height] of changes) {
        const row = place % plain.length
        heights.measure(row, height)
        plain[row] = height
      }
      let start = 0
      for (const [row, height] of plain.entries()) {
        expect(heights.startOf(row)).toBe(start)
        expect(heights.rowAt(start)).toBe(row)
        expect(heights.rowAt(start + height - 1)).toBe(row)
        start += height
      }
    }),
  )
})
