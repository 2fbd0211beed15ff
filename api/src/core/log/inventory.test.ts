/** V16.1.1, V16.2.3: the page of the handbook that says what is logged is held against the code. */
import { expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')
const page = readFileSync(join(root, 'storybook/handbook/runbooks/what-is-logged.md'), 'utf8')

const sources = globSync('api/src/**/*.ts', { cwd: root })
  .filter((file) => !/\.test\.ts$|\/testing\/|\/fake-/.test(file))
  .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }))

/** The sentence of each call of the logger at a level that somebody should act on. */
const lines = sources.flatMap(({ file, code }) =>
  [...code.matchAll(/\blog\??\.(warn|error|fatal)\(/g)].map(({ index }) => ({
    file,
    line: /'([^'\n]* [^'\n]*)'/.exec(code.slice(index, index + 400))?.[1] ?? 'no sentence at all',
  })),
)

test('V16.1.1 every line at warn and above stands on the page of what is logged', () => {
  expect(lines.length).toBeGreaterThan(15)
  expect(lines.filter(({ line }) => !page.includes(`\`${line}\``))).toEqual([])
})

test('V16.1.1 no line stands there that nobody writes any more', () => {
  const table = page.slice(page.indexOf('## Lines of the process log'))
  const named = [...table.matchAll(/^\| `(?:warn|error|fatal|info)` +\| `([^`]+)`/gm)].map(
    ([, line = '']) => line,
  )
  expect(named.length).toBeGreaterThan(15)
  const code = sources.map((one) => one.code).join('\n')
  expect(named.filter((line) => !code.includes(`'${line}'`))).toEqual([])
})

test('V16.2.3 nothing is written but by the logger, and what a command prints', () => {
  const writers = sources
    .filter(({ code }) => /\bconsole\.|process\.(stdout|stderr)\b/.test(code))
    .map(({ file }) => file)
  // What the process says as it starts.
  const known = ['core/house/serve.ts', 'server.ts']
  expect(writers.toSorted()).toEqual(known.map((file) => `api/src/${file}`))
})
