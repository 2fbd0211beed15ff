import { describe, expect, test } from '@jest/globals'
import { createHistory, deprecationHeaders, sooner, type Change } from './index.ts'

const change = (id: string, was: string): Change => ({
  id,
  operations: {
    'keys.list': {
      body: ({ [was]: value, ...rest }) => ({ ...rest, [`${was}+`]: value }),
      reply: ({ [`${was}+`]: value, ...rest }) => ({ ...rest, [was]: value }),
    },
  },
})
const told = (id: string, operations = ['keys.list']) => ({ id, summary: id, operations })
const versions = [
  { date: '2026-01-01', changes: [] },
  { date: '2026-02-01', changes: [told('one')] },
  { date: '2026-03-01', changes: [told('two')] },
]

describe('XC-15 the history of the API', () => {
  const history = createHistory(versions, [change('one', 'a'), change('two', 'a+')])
  const at = (date: string) => history.named(date)!

  test('speaks the oldest through every change since, a request upwards and its answer back', () => {
    const spoken = history.spoken(at('2026-01-01'), 'keys.list')!
    expect(spoken.body!({ a: 1, b: 2 })).toEqual({ 'a++': 1, b: 2 })
    expect(spoken.reply!({ 'a++': 1, b: 2 })).toEqual({ a: 1, b: 2 })
    const later = history.spoken(at('2026-02-01'), 'keys.list')!
    expect(later.reply!({ 'a++': 1 })).toEqual({ 'a+': 1 })
  })

  test('leaves alone what no change concerns, and whatever is of today', () => {
    expect(history.spoken(at('2026-01-01'), 'keys.show')).toBeUndefined()
    expect(history.spoken(history.newest, 'keys.list')).toBeUndefined()
  })

  test('keeps who was pinned to a version that is spoken no more at the next after it', () => {
    expect(history.pinned('2026-01-15').date).toBe('2026-02-01')
    expect(history.pinned('2026-02-01').date).toBe('2026-02-01')
    expect(history.pinned('2030-01-01').date).toBe('2026-03-01')
    expect(history.pinned(undefined).date).toBe('2026-03-01')
  })

  test.each([
    ['a change that nobody speaks', versions, [change('one', 'a')]],
    [
      'one that speaks of less than was told',
      [{ date: '2026-01-01', changes: [told('one', ['a.b', 'keys.list'])] }],
      [change('one', 'a')],
    ],
    ['one of no version', versions.slice(0, 2), [change('one', 'a'), change('two', 'b')]],
    ['versions out of order', versions.toReversed(), [change('one', 'a'), change('two', 'b')]],
    ['no version at all', [], []],
  ])('does not begin with %s', (_, of, changes) => {
    expect(() => createHistory(of, changes)).toThrow()
  })
})

test('XC-15 what is deprecated says since when and until when, each as its standard has it', () => {
  expect(deprecationHeaders({ since: '2026-01-01', sunset: '2027-01-01' })).toEqual({
    deprecation: '@1767225600',
    sunset: 'Fri, 01 Jan 2027 00:00:00 GMT',
    link: '</docs/api-versions>; rel="deprecation"; type="text/html"',
  })
  expect(deprecationHeaders({ since: '2026-01-01' })).not.toHaveProperty('sunset')
  const one = { since: '2026-05-01', sunset: '2027-01-01' }
  expect(sooner(one, { since: '2026-06-01', sunset: '2026-12-01' })).toEqual({
    since: '2026-05-01',
    sunset: '2026-12-01',
  })
  expect(sooner(undefined, one)).toBe(one)
})
