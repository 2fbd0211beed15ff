import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { routes } from '@sonaqor/contract'
import { routesSource } from '../../../api/contract/src/routes-source.ts'
import { contract } from '../../../api/contract/src/contract.ts'

const require = createRequire(import.meta.url)
const { knownRoutes, unseenIn, sourcesFrom } = require('./known-routes-loader.cjs') as {
  knownRoutes(routes: string, said: string): string
  unseenIn(source: string): string | undefined
  sourcesFrom(entries: readonly string[]): ReadonlyMap<string, string>
}

const whole = routesSource(contract)
const areasIn = (source: string) =>
  [...source.matchAll(/^ {2}(\w+): \{$/gm)].map(([, area]) => area)

test('Quality: a build has the routes of what it speaks of, and of nothing else', () => {
  const said = 'api.keys.list(); const { apps } = api; api["x"]; api[\'logs\'].show()'
  const ofSome = `of({ drafts }: Pick<Client, 'drafts' | 'jobs'>)`
  const known = areasIn(knownRoutes(whole, said + ofSome)).toSorted()
  expect(known).toEqual(['apps', 'drafts', 'jobs', 'keys', 'logs'])
})

test('Quality: of an area it has what some word of it names, in whichever way it is asked for', () => {
  const said = "api.keys[verb]; const verb = later ? 'revoke' : 'issue'; const { list } = api.logs"
  const source = knownRoutes(whole, said)
  expect(areasIn(source)).toEqual(['keys', 'logs'])
  const verbs = [...source.matchAll(/^ {4}(\w+): /gm)].map(([, verb]) => verb)
  expect(verbs.toSorted()).toEqual(['issue', 'list', 'revoke'])
})

test('a build is looked through by what it imports, from its entry on, and fails where that is not seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unseen-'))
  const write = (name: string, source: string) => writeFileSync(join(folder, name), source)
  write('entry.ts', "import { a } from './stated.ts'\nimport type { B } from './of-types.ts'\n")
  write(
    'stated.ts',
    "export const a = () =>\n  import(/* webpackChunkName: 'later' */ './later.ts')",
  )
  write('later.ts', "export {\n  any,\n} from './any.ts'\n")
  write('of-types.ts', 'export type B = (typeof api)[Area]')
  write('any.ts', 'export const any = 1')
  const entry = join(folder, 'entry.ts')
  const names = [...sourcesFrom([entry]).keys()].map((file) => basename(file))
  expect(names.toSorted()).toEqual(['any.ts', 'entry.ts', 'later.ts', 'stated.ts'])
  write('any.ts', 'export const any = (area: A) => api[area].list()')
  expect(() => sourcesFrom([entry])).toThrow(/any\.ts: api\[/)
  rmSync(folder, { recursive: true })
})

test.each([
  'api[area].list()',
  'api?.[area].list()',
  'api["keys"].list()',
  'api[`keys`].list()',
  'createClient(request)[area]',
  'Object.entries(api)',
  'const both = { ...api }',
  'if (area in api) return',
  'const client = api\nreturn client[area]',
  'const client = useModule().api\n',
  'function useAny({ keys }: Client) {',
  'function useAny({ keys }: Readonly<Client>) {',
  'type Some = Pick<Client, Areas>',
  "type Some = Omit<Client, 'apps'>",
  'const { api: { keys } } = useModule()',
  'const useAny = ({ api: { keys } }: ModuleContext) => keys',
])('`%s` does not say what is asked for', (source) => {
  expect(unseenIn(source)).toBeDefined()
})

test.each([
  "api['keys'].list()",
  'api.jobs[verb]()',
  'const api = createClient(host.request)',
  'const { keys } = useModule().api',
  'const client = createClient(host.request).keys',
  '<Sessions api={api} />',
  "type Account = Client['account']",
  "const useThose = ({ keys }: Pick<Client, 'keys' | 'apps'>) => keys",
  'createClient(host.request).keys.list()',
])('`%s` does', (source) => {
  expect(unseenIn(source)).toBeUndefined()
})

test('what a part is handed is what it speaks of', () => {
  const said = "function useThose({ logs }: Pick<Client, 'logs' | 'keys'>) {"
  expect(areasIn(knownRoutes(whole, said)).toSorted()).toEqual(['keys', 'logs'])
})

const root = join(import.meta.dirname, '../../..')

test('XC-12 whatever a build is of, what somebody writes in it can be kept', () => {
  const sources = sourcesFrom([join(root, 'mfe-keys/src/module.ts')])
  const known = knownRoutes(whole, [...sources.values()].join('\n'))
  expect(areasIn(known)).toContain('drafts')
  for (const verb of Object.keys(routes.drafts)) expect(known).toContain(`    ${verb}: `)
})

test('no build is refused', () => {
  const entries = globSync('{shell,mfe-*}/src/{main.tsx,module.ts}', { cwd: root })
  const ofEmbed = ['host-script', 'frame', 'loader'].map((name) => `shell/embed/src/${name}.ts`)
  for (const entry of entries.concat(ofEmbed)) {
    expect(sourcesFrom([join(root, entry)]).size).toBeGreaterThan(0)
  }
})
