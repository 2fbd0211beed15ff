import { expect, test } from '@jest/globals'
import { sayIn } from '../texts/languages.ts'
import { csvOf } from './csv.ts'
import { fileNameOf } from './save.ts'
import { slicesOf } from './pie.ts'
import { summaryOf, trendOf } from './summary.ts'

const overNames = { kind: 'bar', along: 'names', isStacked: false } as const
const say = sayIn('en')
const pie = { ...overNames, kind: 'pie' } as const
const one = (values: readonly (number | null)[]) => ({
  places: values.map((_, at) => `Place ${at + 1}`),
  series: [{ name: 'Calls', values }],
})

test('a sentence names the highest and the lowest value and their places', () => {
  expect(summaryOf(one([3, 1_200, null]), overNames, 'en', say)).toBe(
    'Calls: highest 1,200 (Place 2), lowest 3 (Place 1).',
  )
})

test('values that never move are said to be so, and none at all as well', () => {
  expect(summaryOf(one([7, 7]), overNames, 'en', say)).toBe('Calls: 7 throughout.')
  expect(summaryOf(one([null]), overNames, 'en', say)).toBe('No values.')
})

test('PA-3: of places without a value nothing is said', () => {
  expect(summaryOf(one([null, 7, null]), overNames, 'en', say)).toBe(
    'Calls: 7 (Place 2), the only value.',
  )
  expect(summaryOf(one([7, null, 7]), overNames, 'en', say)).toBe(
    'Calls: 7 wherever there is a value.',
  )
})

test('parts of a whole are said as shares', () => {
  expect(summaryOf(one([75, 25]), pie, 'en', say)).toBe(
    'Calls: largest is Place 1 (75%), smallest is Place 2 (25%), of 100.',
  )
})

test('a trend is one of thirds, so that a single peak decides nothing', () => {
  expect(trendOf([10, 10, 10, 90, 10, 10])).toEqual({ trend: 'level', by: 0 })
  expect(trendOf([10, 10, 20, 20, 30, 30])).toEqual({ trend: 'risingBy', by: 2 })
  expect(trendOf([40, 30, 20])).toEqual({ trend: 'fallingBy', by: 0.5 })
  expect(trendOf([0, 0, 5])).toEqual({ trend: 'rising', by: 0 })
})

test('more than eight parts become seven and the others; nothing is lost', () => {
  const slices = slicesOf(one([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'Others')
  expect(slices).toHaveLength(8)
  expect(slices.at(-1)).toEqual({ name: 'Others', value: 6 })
  expect(slices.reduce((sum, { value }) => sum + value, 0)).toBe(55)
})

test.each(['=1+1', '+49 30', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1'])(
  'a file hands no formula to a spreadsheet: %j',
  (words) => {
    expect(csvOf([[words]]).replace(/^"/, '')).toMatch(/^'/)
  },
)

test('a file keeps figures as figures, quotes what needs it, and leaves gaps empty', () => {
  expect(csvOf([['a "b", c', -5, null, 'plain']])).toBe('"a ""b"", c",-5,,plain\r\n')
})

test('a file is named after what it holds', () => {
  expect(fileNameOf('Requests / minute: Überblick', 'csv')).toBe('requests-minute-überblick.csv')
  expect(fileNameOf('…', 'png')).toBe('chart.png')
})
