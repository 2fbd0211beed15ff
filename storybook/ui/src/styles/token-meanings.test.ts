import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokenGroups } from './token-meanings.ts'

const sheets = ['tokens.css', 'chart-tokens.css']
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('')

test('every token has a meaning, and nothing else has one', () => {
  const declared = [...sheets.matchAll(/^\s*--sq-([\w-]+):/gm)].map(([, name]) => name)
  const explained = tokenGroups.flatMap(({ tokens }) => Object.keys(tokens))
  expect(new Set(explained)).toEqual(new Set(declared))
  expect(explained).toHaveLength(new Set(explained).size)
})
