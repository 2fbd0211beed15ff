import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { root } from '../places.ts'
import { atSecondTry, countsOfJest, toTryAgain, type JestReport } from './jest-report.ts'

type Test = readonly [name: string, status: 'passed' | 'failed' | 'pending', message?: string]

/** Of files by their names, with their tests; one without tests could not be run. */
function report(files: Readonly<Record<string, readonly Test[]>>): JestReport {
  const all = Object.values(files).flat()
  const count = (meant: string) => all.filter(([, status]) => status === meant).length
  const broken = Object.values(files).filter(({ length }) => length === 0).length
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numRuntimeErrorTestSuites: broken,
    testResults: Object.entries(files).map(([name, tests]) => ({
      name: join(root, name),
      status:
        tests.length === 0 || tests.some(([, status]) => status === 'failed') ? 'failed' : 'passed',
      assertionResults: tests.map(([fullName, status, message]) => ({
        fullName,
        status,
        failureMessages: message ? [message] : [],
      })),
    })),
  }
}

test('a test file that could not be run is a failure', () => {
  expect(countsOfJest(report({ 'a.ts': [['one', 'passed']], 'b.ts': [], 'c.ts': [] }))).toEqual({
    passed: 1,
    failed: 2,
  })
})

const first = report({
  'a.ts': [
    ['one', 'passed'],
    ['two', 'failed', 'expected 1 to be 0'],
  ],
  'b.ts': [['four', 'failed', 'expected 0 to be 1']],
  'c.ts': [['three', 'passed']],
})
const held: Parameters<typeof report>[0] = {
  'a.ts': [
    ['one', 'passed'],
    ['two', 'passed'],
  ],
  'b.ts': [['four', 'passed']],
}
const inOrder = {}

test('files in which few tests failed are run once more', () => {
  expect(toTryAgain(first, inOrder)).toEqual(['a.ts', 'b.ts'])
})

test('none is where more failed than chance explains, or where nothing did', () => {
  const failed: Test = ['one', 'failed', 'expected 1 to be 0']
  const many = report({ 'a.ts': [failed], 'b.ts': [failed], 'c.ts': [failed] })
  expect(toTryAgain(many, inOrder)).toEqual([])
  expect(toTryAgain(report({ 'a.ts': [['one', 'passed']] }), inOrder)).toEqual([])
})

test('none is where the run came to no end of its own, whatever few tests failed beside that', () => {
  expect(toTryAgain(first, { fault: 'it was ended by SIGKILL; 1500 s is its limit' })).toEqual([])
})

test('none is where a file could not be run, or failed in none of its tests', () => {
  expect(toTryAgain(report({ 'b.ts': [] }), inOrder)).toEqual([])
  const whole = report({ 'a.ts': [['one', 'passed']] })
  const testResults = whole.testResults.map((file) => ({ ...file, status: 'failed' }))
  expect(toTryAgain({ ...whole, numRuntimeErrorTestSuites: 1, testResults }, inOrder)).toEqual([])
})

test('nor where a random search found what does not hold, which another might miss', () => {
  const found: Test = ['one', 'failed', 'Error: Property failed after 3 tests']
  expect(toTryAgain(report({ 'a.ts': [found] }), inOrder)).toEqual([])
})

test('what held only at the second try is told apart from the others, by name', () => {
  expect(atSecondTry(first, report(held))).toEqual({
    passed: 4,
    failed: 0,
    secondTries: ['a.ts: two', 'b.ts: four'],
  })
})

test.each([
  ['fails again', { ...held, 'b.ts': [] }],
  [
    'stands beside a new failure',
    { ...held, 'b.ts': [...held['b.ts']!, ['five', 'failed'] as const] },
  ],
  ['was left out', { ...held, 'a.ts': [['two', 'pending'] as const] }],
  ['was not run', { 'a.ts': held['a.ts']! }],
])('what %s did not hold, as the first run told', (_, files) => {
  expect(atSecondTry(first, report(files))).toEqual({ passed: 2, failed: 2 })
})

test('nor did what nobody tells of', () => {
  expect(atSecondTry(first, undefined)).toEqual({ passed: 2, failed: 2 })
})
