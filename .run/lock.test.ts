import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { withLock } from './lock.ts'

let folder: string
const file = () => join(folder, 'lock')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonaqor-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('one works at a time, and the next when the first has failed', async () => {
  let working = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++working)
    await delay(20)
    working -= 1
    throw new Error('on purpose')
  }
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => withLock(file(), work)))
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(most).toBe(1)
})

test('whoever held it and died keeps nobody out', async () => {
  writeFileSync(file(), JSON.stringify({ pid: process.pid, birth: 'long ago' }))
  expect(await withLock(file(), async () => 'done')).toBe('done')
})
