import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countsOfJest, countsOfLine, countsOfPlaywright, settle } from './counts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonaqor-counts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a test file that could not be run is a failure', () => {
  const file = report({ numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 })
  expect(countsOfJest(file)).toEqual({ passed: 7, failed: 3 })
})

test('a journey that held only at the second try is told apart from the others', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 0 }
  expect(countsOfPlaywright(report({ stats, errors: [] }))).toEqual({
    passed: 6,
    failed: 1,
    secondTries: 2,
  })
})

test('more of them than chance explains did not hold', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 3, skipped: 0 }
  expect(countsOfPlaywright(report({ stats, errors: [] }))).toEqual({ passed: 4, failed: 4 })
})

test('nor did one whose turn never came, as those that wait for the others', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 8 }
  expect(countsOfPlaywright(report({ stats, errors: [] }))).toMatchObject({
    passed: 4,
    failed: 9,
  })
})

test('the last line that counts is the one that is counted', () => {
  expect(countsOfLine('1 passed, 1 failed\nmore\n5 passed, 0 failed\n')).toEqual({
    passed: 5,
    failed: 0,
  })
})

test('a tool that ends badly has failed, whatever it counted, and also if it counted nothing', () => {
  expect(settle({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(settle(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  expect(settle({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
})
