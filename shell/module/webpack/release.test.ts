import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Configuration } from 'webpack'

const require = createRequire(import.meta.url)
const webpack = require('webpack') as typeof import('webpack')
const preset = require('../webpack.cjs') as (folder: string) => Configuration

interface Release {
  readonly manifest: ModuleManifest
  readonly files: ReadonlyMap<string, Buffer>
}

let folder = ''
let first: Release
let again: Release
let changed: Release

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-module-'))
  await mkdir(join(folder, 'src'))
  await symlink(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'))
  await write('package.json', '{ "version": "1.4.0" }')
  await write('module.json', '{ "name": "toys", "title": "Toys", "views": [], "nav": [] }')
  await write(
    'src/module.ts',
    `import { view } from '@sonaqor/module'\nexport const list = view(() => import('./toys-page.tsx'))`,
  )
  first = await build('Toys')
  again = await build('Toys')
  changed = await build('Games')
}, 60_000)

afterAll(() => rm(folder, { recursive: true }))

const write = (name: string, content: string) => writeFile(join(folder, name), content)

/** Builds a module whose page says one word, always into the same folder. */
async function build(word: string): Promise<Release> {
  await write('src/toys-page.tsx', `export default function ToysPage() { return <p>${word}</p> }`)
  const config = preset(folder)
  const path = join(folder, 'build')
  await run({ ...config, output: { ...config.output, path } })
  const names = await readdir(path)
  const contents = await Promise.all(names.map((name) => readFile(join(path, name))))
  const files = new Map(names.map((name, at) => [name, contents[at]!]))
  return { manifest: JSON.parse(String(files.get('module.json'))) as ModuleManifest, files }
}

function run(config: Configuration): Promise<void> {
  return new Promise((done, failed) => {
    webpack(config, (error, stats) => {
      if (error || stats?.hasErrors()) failed(error ?? new Error(stats?.toString('errors-only')))
      else done()
    })
  })
}

test('EM-6: a version is that of the package and the hash of the content', () => {
  expect(first.manifest.version).toMatch(/^1\.4\.0-[0-9a-f]{8}$/)
  expect(again.manifest.version).toBe(first.manifest.version)
  expect(changed.manifest.version).not.toBe(first.manifest.version)
})

test('EM-9: every file is listed with the hash that it has', () => {
  const listed = changed.manifest.files.map(({ path }) => path)
  const others = [...changed.files.keys()].filter((name) => name !== 'module.json')
  expect(listed.toSorted()).toEqual(others.toSorted())
  for (const { path, bytes, integrity } of changed.manifest.files) {
    const content = changed.files.get(path)!
    const hash = createHash('sha384').update(content).digest('base64')
    expect({ path, bytes, integrity }).toEqual({
      path,
      bytes: content.length,
      integrity: `sha384-${hash}`,
    })
  }
})

test('two versions can stand in one page: every global name holds the version', () => {
  const [, hash] = first.manifest.version.split('-')
  const remote = String(first.files.get('remote.js'))
  expect(remote.includes(`["toys@1.4.0-${hash}"]`)).toBe(true)
  for (const content of first.files.values()) expect(String(content)).not.toContain('_release')
})

test('React and the federation runtime are the host’s: neither is in a release', () => {
  const code = [...first.files].filter(([name]) => name.endsWith('.js')).map(([, js]) => String(js))
  expect(code.join('')).toContain('SonaqorRuntime')
  for (const js of code) {
    expect(js).not.toContain('react.transitional.element')
    expect(js).not.toContain('Please call createInstance first.')
  }
})

test('Quality: what is imported is called without a detour', () => {
  const code = [...first.files.values()].map(String).join('')
  expect(code).toMatch(/\b\w\.jsx?\(/)
  expect(code).not.toMatch(/\(0,[\w$]+\.[\w$]+\)\(/)
})

test('zod stays on the server', () => {
  for (const content of first.files.values()) expect(String(content)).not.toMatch(/ZodError|\$Zod/)
})

test('a chunk is loaded by a script that the host makes, or not at all', () => {
  const remote = String(first.files.get('remote.js'))
  expect(remote).toContain('SonaqorRuntime.script(')
  expect(remote).not.toContain('createElement("script")')
})

test('EM-6: the sheets below all others come with no module, but in a part for where the page has others', async () => {
  const { container, asked, ran } = open(first)
  const module = container.get('./module')
  asked[0]?.onload()
  await module
  const holders = [...first.files].filter(([, file]) => String(file).includes('--sq-neutral-12:'))
  expect(holders).toHaveLength(1)
  for (const [name] of holders) expect(ran).not.toContain(name)
})

test('EM-6: what did not come is asked for anew, and what is on its way is waited for by all', async () => {
  const { container, asked } = open(first)
  const ends = [container.get('./module'), container.get('./module')]
  expect(asked).toHaveLength(1)
  asked[0]?.onerror()
  for (const end of ends) await expect(end).rejects.toMatchObject({ name: 'ChunkLoadError' })
  const secondTry = container.get('./module')
  expect(asked).toHaveLength(2)
  asked[1]?.onload()
  expect((await secondTry)()).toMatchObject({ list: {} })
  await container.get('./module')
  expect(asked).toHaveLength(2)
})

interface Asked {
  onload(): void
  onerror(): void
}

/** Runs the entry of a release as a host does, in a page where what a script is asked for waits to be let in. */
function open({ files, manifest }: Release) {
  const asked: Asked[] = []
  const react = { createContext: () => ({}), Component: Object }
  const ran: string[] = []
  function enter(name: string) {
    ran.push(name)
    runInContext(String(files.get(name)), page)
  }
  function script(url: string) {
    const element = { onload: () => undefined, onerror: () => undefined, remove: () => undefined }
    asked.push({
      onload() {
        enter(new URL(url).pathname.slice(1))
        element.onload()
      },
      onerror: () => element.onerror(),
    })
    return element
  }
  const bundlerRuntime = {
    /** What React gives does not matter here. */
    consumes: ({ chunkId, chunkMapping, webpackRequire }: Wanted) => {
      for (const id of chunkMapping[chunkId] ?? []) {
        webpackRequire.m[id] = (module) => {
          module.exports = react
        }
      }
    },
  }
  const containers: Record<string, Container> = {}
  const page = createContext({
    setTimeout,
    clearTimeout,
    URL,
    Document: class {
      get currentScript() {
        return { src: 'https://sonaqor.test/remote.js' }
      }
    },
    document: { head: { append: () => undefined } },
    CSSStyleSheet: class {
      replaceSync() {}
    },
    SonaqorRuntime: { script, containers, federation: { bundlerRuntime } },
  })
  enter(manifest.entry)
  const container = containers[`${manifest.name}@${manifest.version}`]
  if (!container) throw new Error('The release left no container.')
  return { container, asked, ran }
}

interface Container {
  get(name: string): Promise<() => unknown>
}

interface Wanted {
  readonly chunkId: string
  readonly chunkMapping: Readonly<Record<string, readonly string[]>>
  readonly webpackRequire: {
    readonly m: Record<string, (module: { exports: unknown }) => void>
  }
}
