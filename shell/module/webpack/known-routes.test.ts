import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { routes } from '@sonaqor/contract'
import { routesSource } from '../../../api/contract/src/routes-source.ts'
import { contract } from '../../../api/contract/src/contract.ts'

const require = createRequire(import.meta.url)
const { knownRoutes, unseenIn, sourcesIn } = require('./known-routes-loader.cjs') as {
  knownRoutes(routes: string, said: string): string
  unseenIn(source: string): string | undefined
  sourcesIn(folder: string): readonly string[]
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

test('an area is left with all of its verbs', () => {
  const source = knownRoutes(whole, 'api.keys[verb]')
  expect(areasIn(source)).toEqual(['keys'])
  for (const verb of Object.keys(routes.keys)) expect(source).toContain(`    ${verb}: `)
})

test('a build fails where it cannot see what is asked for, and names the place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unseen-'))
  writeFileSync(join(folder, 'use-any.ts'), 'export const any = (area: A) => api[area].list()')
  expect(() => sourcesIn(folder)).toThrow(/use-any\.ts: api\[/)
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

test('XC-12 whatever a build is of, what somebody writes in it can be kept', () => {
  const said = sourcesIn(join(import.meta.dirname, '../src')).join('\n')
  expect(areasIn(knownRoutes(whole, said))).toContain('drafts')
})

test('no build is refused', () => {
  const root = join(import.meta.dirname, '../../..')
  const folders = globSync('{shell,shell/module,shell/embed,storybook/ui,mfe-*}/src', { cwd: root })
  for (const folder of folders) expect(sourcesIn(join(root, folder)).length).toBeGreaterThan(0)
})
