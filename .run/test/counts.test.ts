import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countsOfLine, countsOfPlaywright, settle } from './counts.ts'

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

const spec = (title: string, status: string) => ({ title, file: 'a.e2e.ts', tests: [{ status }] })

test('a journey that held only at the second try is told apart from the others', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 0 }
  const within = { specs: [spec('inner', 'flaky')] }
  const suites = [{ specs: [spec('held', 'expected'), spec('outer', 'flaky')], suites: [within] }]
  expect(countsOfPlaywright(report({ stats, errors: [], suites }))).toEqual({
    passed: 6,
    failed: 1,
    secondTries: ['a.e2e.ts: outer', 'a.e2e.ts: inner'],
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
