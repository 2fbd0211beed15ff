/**
 * The boundaries are only worth their name if they refuse. A small tree is laid out in which every
 * rule is broken once, and each has to be named with the file that broke it.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { houseBreaches } from './house.ts'
import { rooms, root } from './places.ts'

const rulesPath = join(root, '.dependency-cruiser.cjs')
const { forbidden } = createRequire(import.meta.url)(rulesPath) as {
  forbidden: { name: string; to: { path?: string } }[]
}
const features = 'api/src/features'

/** Which import, written into which file, breaks which rule. */
const breaches: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['no-circles', 'api/src/core/circle/a.ts', './b.ts'],
  [
    'modules-know-three-packages',
    'mfe-keys/src/keys/page.ts',
    '../../../shell/embed/src/host/host.ts',
  ],
  ['modules-ship-no-tests', 'mfe-keys/src/keys/samples.ts', '../testing/answers.ts'],
  ['no-module-knows-another', 'mfe-keys/src/keys/page.test.ts', '../../../mfe-logs/src/module.ts'],
  ['hosts-meet-modules-at-run-time', 'shell/src/frame.ts', '../../mfe-logs/src/module.ts'],
  ['contract-knows-zod-alone', 'api/contract/src/keys.ts', 'pg'],
  ['client-needs-nothing', 'api/client/src/client.ts', '../../contract/src/keys.ts'],
  ['listen-needs-node-alone', 'api/client/src/listen/listen.ts', '../../../contract/src/keys.ts'],
  ['nothing-imports-listen', 'api/client/src/send.ts', './listen/listen.ts'],
  ['ui-knows-no-domain', 'storybook/ui/src/badge/badge.ts', '../../../../api/contract/src/keys.ts'],
  ['ui-alone-draws-charts', 'mfe-logs/src/chart.ts', 'echarts'],
  ['browser-reaches-the-server-by-the-contract', 'mfe-logs/src/cheat.ts', '../../api/src/app.ts'],
  [
    'browser-reaches-the-server-by-the-contract',
    'shell/embed/package/src/cheat.ts',
    '../../../../api/src/app.ts',
  ],
  ['strangers-know-the-package-alone', 'shell/e2e/hosts/plain/page.js', '../../house.ts'],
  ['api-knows-no-shell', 'api/src/core/views.ts', '../../../shell/src/module.ts'],
  ['portal-is-not-ours', 'shell/portal/server.ts', '../embed/src/host/host.ts'],
  ['loader-imports-nothing', 'shell/embed/src/loader.ts', './host/host.ts'],
  ['core-knows-no-feature', 'api/src/core/scope/scope.ts', '../../features/keys/index.ts'],
  ['features-meet-by-their-index', `${features}/logs/logs.service.ts`, '../keys/keys.store.ts'],
  ...downwards(),
  ['routes-go-through-their-service', `${features}/keys/keys.routes.ts`, './keys.store.ts'],
  ['sql-stands-in-stores', `${features}/keys/keys.service.ts`, 'pg'],
  ['no-orphans', 'api/src/forgotten.ts', ''],
  ['no-undeclared-packages', 'api/src/undeclared.ts', 'left-out'],
  ['everything-resolves', 'api/src/nowhere.ts', './not-there.ts'],
]

/** Each feature reaches up to the last one, which stands above all others. */
function downwards() {
  const order = featureOrder()
  return order
    .slice(0, -1)
    .map(
      (name) =>
        [
          `${name}-depends-downwards`,
          `${features}/${name}/upwards.ts`,
          `../${order.at(-1)}/index.ts`,
        ] as const,
    )
}

/** The rule of the lowest feature names all above it, in their order. */
function featureOrder(): string[] {
  const lowest = forbidden.find(({ name }) => name.endsWith('-depends-downwards'))
  const above = /\((.*)\)/.exec(lowest?.to.path ?? '')?.[1] ?? ''
  return [(lowest?.name ?? '').replace('-depends-downwards', ''), ...above.split('|')]
}

test('every feature has its place in the order, and no other has one', () => {
  expect(featureOrder().toSorted()).toEqual(readdirSync(join(root, features)).toSorted())
})

describe('a boundary that is broken is refused by name', () => {
  const tree = mkdtempSync(join(tmpdir(), 'sonaqor-boundaries-'))
  const found = new Set<string>()

  beforeAll(() => {
    layOut(tree)
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/depcruise'),
      ['--config', rulesPath, '--output-type', 'json', ...rooms(tree)],
      { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] }
    }
    for (const { from, rule } of summary.violations) found.add(`${rule.name} by ${from}`)
  })
  afterAll(() => rmSync(tree, { recursive: true }))

  test.each(breaches)('%s is broken by %s', (rule, from) => {
    expect([...found]).toContain(`${rule} by ${from}`)
  })

  test('every rule is broken here once', () => {
    const broken = new Set(breaches.map(([rule]) => rule))
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
  })
})

describe('what no import shows is refused too', () => {
  const tree = mkdtempSync(join(tmpdir(), 'sonaqor-house-'))
  const file = (path: string, text = '') => write(tree, path, text)
  let found: string[] = []

  beforeAll(() => {
    execFileSync('git', ['init', '--quiet'], { cwd: tree })
    file('package.json', '{ "name": "house" }')
    file('docs/readme.md')
    file('api/src/utils/dates.ts')
    file('api/src/long.ts', '\n'.repeat(301))
    file('api/src/app.ts', 'process.env.PORT')
    file('api/src/config.ts', 'process.env.PORT')
    file('api/src/features/keys/keys.service.ts', "scope.db('api_keys')")
    file('api/src/features/keys/keys.store.ts', "scope.db('api_keys')")
    file('api/src/features/keys/doors.service.ts', "scope.through('directory.open_key')")
    file('api/src/features/keys/doors.store.ts', "scope.through('directory.open_key')")
    file('api/src/features/keys/locks.ts', "query.whereRaw('true')")
    file('api/src/features/keys/locks.store.ts', "query.whereRaw('true')")
    file('mfe-keys/package.json', '{ "name": "@sonaqor/mfe-keys" }')
    file('mfe-keys/src/module.ts', "import { view } from '@sonaqor/module'")
    file('storybook/ui/src/tabs/tabs.tsx', "import sheet from './tabs.css'")
    file('storybook/ui/src/tabs/row.tsx', "import sheet from './tabs.css'")
    for (let place = 0; place < 41; place += 1) file(`shell/src/attic/box-${place}.ts`)
    for (let place = 0; place < 41; place += 1) file(`api/migrations/${place}.ts`)
    found = houseBreaches(tree)
  })
  afterAll(() => rmSync(tree, { recursive: true }))

  test.each([
    ['a folder of its own at the top level', 'docs/readme.md: docs stands at the top level'],
    ['a folder whose name says nothing', 'api/src/utils/dates.ts: a folder "utils"'],
    ['a file that has grown too long', 'api/src/long.ts: has 301 lines'],
    ['the environment read elsewhere than in config.ts', 'api/src/app.ts: reads process.env'],
    ['a query outside of a store', 'api/src/features/keys/keys.service.ts: asks the database'],
    ['a door of the directory, too', 'api/src/features/keys/doors.service.ts: asks the database'],
    ['a condition in SQL, too', 'api/src/features/keys/locks.ts: asks the database'],
    [
      'a package of the house that is not declared',
      'mfe-keys/src/module.ts: imports @sonaqor/module',
    ],
    [
      'a sheet that two files bring',
      'storybook/ui/src/tabs/tabs.tsx: imports storybook/ui/src/tabs',
    ],
    ['a folder in which too much stands', 'shell/src/attic: holds 41 files'],
  ])('%s', (_, breach) => {
    expect(found.filter((line) => line.startsWith(breach))).toHaveLength(1)
  })

  test('and nothing else', () => {
    expect(found).toHaveLength(10)
  })
})

function layOut(tree: string) {
  write(tree, 'package.json', '{ "name": "tree", "dependencies": { "echarts": "*", "pg": "*" } }')
  write(tree, 'tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true } }')
  for (const module of ['mfe-keys', 'mfe-logs']) write(tree, `${module}/module.json`, '{}')
  for (const name of ['echarts', 'pg', 'left-out']) {
    write(tree, `node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`)
    write(tree, `node_modules/${name}/index.js`, 'module.exports = {}')
  }
  for (const [, , to] of breaches) {
    const from = breaches.find((breach) => breach[2] === to)?.[1] ?? ''
    if (to.startsWith('.') && to !== './not-there.ts')
      write(tree, join(dirname(from), to), 'export {}')
  }
  for (const [, from, to] of breaches) {
    write(tree, from, to ? `import it from '${to}'\nexport default it` : 'export {}')
  }
  write(tree, 'api/src/core/circle/b.ts', "import it from './a.ts'\nexport default it")
}

function write(tree: string, path: string, text: string) {
  mkdirSync(join(tree, dirname(path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}
