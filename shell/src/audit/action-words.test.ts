import { expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasWords } from './action-words.ts'

const root = join(import.meta.dirname, '../../..')

/** What the server writes into the log of a tenant, by the names that stand in its code. */
const written = globSync('api/src/features/**/*.ts', { cwd: root })
  .filter((file) => !/\.test\.ts$|\/fake-/.test(file))
  .flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8')
    const acts = code.matchAll(/\{\s*action: '([\w-]+\.[\w-]+)'/g)
    const readings = code.matchAll(/auditReading\(\w+, '([\w-]+\.[\w-]+)'/g)
    return [...acts, ...readings].map(([, action = '']) => action)
  })
  // What Sonaqor's own staff do among themselves stands in a log of their own.
  .filter((action) => !/^(staff|looks)\./.test(action))

test('XC-4: every action that the server names has words for people', () => {
  expect(written.length).toBeGreaterThan(20)
  expect(written.filter((action) => !hasWords(action))).toEqual([])
})
