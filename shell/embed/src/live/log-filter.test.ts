import type { LogEntry } from '@sonaqor/contract/logs'
import { expect, test } from '@jest/globals'
import { sharedFilter, within } from './log-filter.ts'

const entry = (part: Partial<LogEntry>) =>
  ({ status: 200, path: '/v1/customers', method: 'GET', keyId: 'k1', ...part }) as LogEntry
const idsWithin = (entries: readonly LogEntry[], filter: Parameters<typeof within>[1]) =>
  within({ entries, dropped: 3 }, filter).entries.map(({ id }) => id)

test('a single tail keeps its own filter, several share none', () => {
  expect(sharedFilter([])).toBeUndefined()
  expect(sharedFilter([{ status: '4xx' }, { status: '4xx' }])).toEqual({ status: '4xx' })
  expect(sharedFilter([{ status: '4xx' }, { path: '/v1/keys' }])).toEqual({})
})

test('several keep a project that all of them name, and leave it to the server', () => {
  const [one, two] = ['p1', 'p2'] as const
  expect(sharedFilter([{ projectId: one }, { projectId: one, status: '4xx' }])).toEqual({
    projectId: one,
  })
  expect(sharedFilter([{ projectId: one }, { projectId: two }])).toEqual({})
  expect(sharedFilter([{ projectId: one }, {}])).toEqual({})
  expect(idsWithin([entry({ id: 'a' })], { projectId: one })).toEqual(['a'])
})

test('of a shared tail each listener hears what it asked for', () => {
  const entries = [
    entry({ id: 'a' }),
    entry({ id: 'b', status: 404 }),
    entry({ id: 'c', path: '/v1/transactions', method: 'POST' }),
    entry({ id: 'd', keyId: 'k2' }),
  ]
  expect(idsWithin(entries, {})).toEqual(['a', 'b', 'c', 'd'])
  expect(idsWithin(entries, { status: '4xx' })).toEqual(['b'])
  expect(idsWithin(entries, { path: '/v1/trans' })).toEqual(['c'])
  expect(idsWithin(entries, { keyId: 'k2' })).toEqual(['d'])
  expect(idsWithin(entries, { method: 'GET', status: '2xx', keyId: 'k1' })).toEqual(['a'])
})

test('opened embed sessions are left out where that is asked, refused ones are not', () => {
  const path = '/v1/embed-sessions'
  const entries = [
    entry({ id: 'opened', method: 'POST', path, status: 201 }),
    entry({ id: 'refused', method: 'POST', path, status: 403 }),
    entry({ id: 'another' }),
  ]
  expect(idsWithin(entries, {})).toEqual(['opened', 'refused', 'another'])
  expect(idsWithin(entries, { without: 'embed-sessions' })).toEqual(['refused', 'another'])
})

test('what was left out is told to all of them', () => {
  expect(within({ entries: [], dropped: 3 }, { status: '5xx' }).dropped).toBe(3)
})

test('LG-2: what is asked in words is left to whoever can read it', () => {
  const entries = [entry({ id: 'a' }), entry({ id: 'b', status: 404 })]
  expect(idsWithin(entries, { q: 'status:5xx', status: '4xx' })).toEqual(['b'])
  expect(sharedFilter([{ q: 'status:5xx' }])).toEqual({ q: 'status:5xx' })
})
