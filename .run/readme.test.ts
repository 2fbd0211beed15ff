/** README's table of the configuration against what is read: nothing is secret, and nothing is made up. */
import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configNames } from '../api/src/config.ts'
import { inRoot } from './places.ts'

/** Every machine has it, and nobody sets it for us. */
const ofTheSystem = new Set(['PATH'])

/** Node reads them itself, before anything of ours runs. */
const ofNode = ['NODE_EXTRA_CA_CERTS']

const told = [
  ...readFileSync(inRoot('README.md'), 'utf8').matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm),
].map(([, name]) => name ?? '')

/** What the scripts of `.run` take out of the environment, by name or by taking it apart. */
function namesReadIn(text: string): string[] {
  const single = [...text.matchAll(/\benv(?:\['|\.|, ')([A-Z][A-Z_]+)\b/g)].map(([, name]) => name)
  const apart = [...text.matchAll(/\{([^{}]*)\} = (?:process\.)?env\b/g)].flatMap(([, names]) =>
    [...(names ?? '').matchAll(/[A-Z][A-Z_]+/g)].map(([name]) => name),
  )
  return [...single, ...apart].filter((name) => name !== undefined)
}

const scripts = readdirSync(inRoot('.run'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(inRoot('.run'), path), 'utf8'))

const read = new Set([...configNames, ...ofNode, ...scripts.flatMap(namesReadIn)])

describe('README says of the environment', () => {
  test('what is read, each once', () => {
    expect([...read].filter((name) => !ofTheSystem.has(name) && !told.includes(name))).toEqual([])
    expect(told).toEqual([...new Set(told)])
  })

  test('nothing that nobody reads', () => {
    expect(told.filter((name) => !read.has(name))).toEqual([])
  })
})
