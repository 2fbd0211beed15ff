/** V16.1.1, V16.2.3: the page of the handbook that says what is logged is held against the code. */
import { logDaysKept } from '@sonaqor/contract/log-retention'
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

/** How long what is named first in a row of the page is kept, as its last column says. */
function keptOf(named: string): string {
  const row = page.split('\n').find((line) => line.startsWith('| **') && line.includes(named))
  return row?.split('|').at(-2)?.trim() ?? 'no row'
}

/** The days that a file of the server keeps something, as it names them. */
function daysIn(file: string, name: string): string {
  const code = readFileSync(join(root, 'api/src/features', file), 'utf8')
  return `${new RegExp(`const ${name} = (\\d+)`).exec(code)?.[1] ?? 'no'} days`
}

test('V16.1.1 what is kept for some days says for how many, as the code has it', () => {
  const { free, growth, enterprise } = logDaysKept
  expect(keptOf('`log_entries`')).toBe(
    `by the plan of the tenant: free ${free} days, growth ${growth}, enterprise ${enterprise}`,
  )
  for (const [table, file, name] of [
    ['`app_activity`', 'apps/activity.store.ts', 'keptDays'],
    ['`key_activity`', 'keys/use/usage.store.ts', 'keptDays'],
    ['`key_scope_uses`', 'keys/use/usage.store.ts', 'keptDays'],
    ['`key_secret_uses`', 'keys/use/usage.store.ts', 'keptDays'],
    ['`old_secret_users`', 'keys/use/usage.store.ts', 'keptDays'],
    ['`key_networks`', 'keys/use/usage.store.ts', 'rememberedDays'],
    ['**Delivery log**', 'notifications/notifications.jobs.ts', 'keptMs'],
  ] as const) {
    expect([table, keptOf(table)]).toEqual([table, expect.stringContaining(daysIn(file, name))])
  }
})

test('V16.2.3 nothing is written but by the logger, and what a command prints', () => {
  const writers = sources
    .filter(({ code }) => /\bconsole\.|process\.(stdout|stderr)\b/.test(code))
    .map(({ file }) => file)
  // What the process says as it starts, what a command prints, and what the docs show of others.
  const known = [
    'core/house/serve.ts',
    'features/logs/import/import-logs.ts',
    'features/pages/docs/quick-starts/verify-a-webhook.ts',
    'features/pages/docs/samples/javascript.ts',
    'features/pages/docs/webhooks/verifying.ts',
    'server.ts',
  ]
  expect(writers.toSorted()).toEqual(known.map((file) => `api/src/${file}`))
})
