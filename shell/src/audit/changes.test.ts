import { expect, test } from '@jest/globals'
import { changesBetween } from './changes.ts'

test('XC-4: each field is added, removed, changed or the same, however deep it lies', () => {
  const before = { name: 'a', gone: 1, deep: { same: true, other: null } }
  const after = { name: 'b', deep: { same: true, other: 0, fresh: 'x' } }
  expect(changesBetween(before, after)).toEqual([
    { path: ['name'], kind: 'changed', before: 'a', after: 'b' },
    { path: ['deep', 'same'], kind: 'same', before: true, after: true },
    { path: ['deep', 'other'], kind: 'changed', before: null, after: 0 },
    { path: ['deep', 'fresh'], kind: 'added', after: 'x' },
    { path: ['gone'], kind: 'removed', before: 1 },
  ])
})

test('XC-4: of a list of plain values it is told what came and what went', () => {
  expect(changesBetween({ scopes: ['a', 'b', 'b'] }, { scopes: ['b', 'c'] })).toEqual([
    { path: ['scopes'], kind: 'removed', before: ['a', 'b'] },
    { path: ['scopes'], kind: 'added', after: ['c'] },
  ])
  expect(changesBetween({ scopes: ['a', 'b'] }, { scopes: ['b', 'a'] })).toMatchObject([
    { kind: 'reordered' },
  ])
})

test('XC-4: a list of things is compared place by place', () => {
  const before = { items: [{ id: 1, on: true }] }
  const after = { items: [{ id: 1, on: false }, { id: 2 }] }
  expect(changesBetween(before, after)).toEqual([
    { path: ['items', '1', 'id'], kind: 'same', before: 1, after: 1 },
    { path: ['items', '1', 'on'], kind: 'changed', before: true, after: false },
    { path: ['items', '2', 'id'], kind: 'added', after: 2 },
  ])
})

test('XC-4: one side alone has fields, and none where nothing was recorded', () => {
  expect(changesBetween(null, { a: { b: [] } })).toEqual([
    { path: ['a', 'b'], kind: 'added', after: [] },
  ])
  expect(changesBetween({ a: 1 }, null)).toEqual([{ path: ['a'], kind: 'removed', before: 1 }])
  expect(changesBetween(null, null)).toEqual([])
  expect(changesBetween({ a: {} }, { a: { b: 1 } })).toEqual([
    { path: ['a', 'b'], kind: 'added', after: 1 },
  ])
})
