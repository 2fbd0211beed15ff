/** LG-1: lines that no log can hold, files that are packed or of another kind, two imports at once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { Client } from '@sonaqor/contract/client'
import type { OpenFoundation } from '../../../core/house/index.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { createLogStore } from '../logs.store.ts'
import { importLogs } from './import-logs.ts'

let world: OwnWorld
let foundation: OpenFoundation
let app: App
let api: Client
const folders: string[] = []

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  const tenant = await world.tenant('Acme', { roles: ['owner'] })
  app = await tenant.app('production')
  api = world.as(await tenant.member())
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
  for (const folder of folders) await rm(folder, { recursive: true })
})

/** Says the command in this process; answers what it prints, and what it remarks on the way. */
async function importAll(path: string) {
  const remarks: string[] = []
  const store = createLogStore(foundation.database)
  const say = (line: string) => remarks.push(line)
  const command = importLogs({ store, ownerUrl: () => world.ownerUrl, say })
  const stdout = await command(foundation, [path, '--app', app.id, '--keep', '30'])
  return { stdout, stderr: remarks.join('\n') }
}
const refusal = (path: string) =>
  importAll(path).then(
    () => 'nothing',
    (error: Error) => error.message,
  )

/** A file of these lines, or of these bytes. */
async function fileOf(content: readonly string[] | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sonaqor-import-'))
  folders.push(folder)
  const path = join(folder, 'access.log')
  await writeFile(path, Buffer.isBuffer(content) ? content : content.join('\n'))
  return path
}
const asked = (path: string, { ip = '203.0.113.7', time = '17/May/2015:10:05:03 +0000' } = {}) =>
  `${ip} - - [${time}] "GET ${path} HTTP/1.1" 200 512 "-" "-"`
const paths = async (q = 'key:sq_imported') =>
  (await api.logs.search({ query: { q } })).data.map(({ path }) => path).toSorted()
const reasons = (stderr: string) =>
  stderr.split('\n').filter((line) => /^(lines? |and )/.test(line))

test('LG-1 a line that no log can hold is named by its number, and all around it are imported', async () => {
  const { stdout, stderr } = await importAll(
    await fileOf([
      asked('/first'),
      asked('/year-1', { time: '17/May/0001:10:05:03 +0000' }),
      asked('/year-1969', { time: '31/Dec/1969:23:59:59 +0000' }),
      asked('/nul-\0'),
      String.raw`{"time":"17/May/2015:10:05:04 +0000","ip":"203.0.113.9","request":"GET /nul-\u0000","status":200}`,
      asked('/by-name', { ip: 'shop.example' }),
      asked('/no-address', { ip: '999.2.3.4' }),
      asked('/mapped', { ip: '::ffff:203.0.113.8' }),
      asked('/last'),
    ]),
  )
  expect(reasons(stderr)).toEqual([
    'line 2: 0001-05-17T10:05:03.000Z is before 1970',
    'line 3: 1969-12-31T23:59:59.000Z is before 1970',
    'lines 4–5: it holds a NUL, which is no sign of a text',
    'line 6: "shop.example" is no address, by which it would be found',
    'line 7: "999.2.3.4" is no address, by which it would be found',
  ])
  expect(stdout).toContain('unreadable  6 lines')
  expect(await paths()).toEqual(['/first', '/last', '/mapped'])
  expect(await paths('ip:203.0.113.8')).toEqual(['/mapped'])
})

test('LG-1 lines of one fault are named together, and behind twenty faults the others are counted', async () => {
  const wrong = Array.from({ length: 7000 }, () => 'of another kind')
  const { stderr: alike } = await importAll(await fileOf([asked('/first'), ...wrong]))
  expect(reasons(alike)).toEqual(['lines 2–7001: it is in neither the combined format nor JSON'])

  const faults = Array.from({ length: 23 }, (_, index) => asked('/x', { ip: `no-${index}` }))
  const { stdout, stderr } = await importAll(await fileOf([...faults, asked('/last')]))
  expect(reasons(stderr)).toHaveLength(21)
  expect(reasons(stderr).at(-1)).toBe('and 3 more lines')
  expect(stdout).toContain('unreadable  23 lines, the first named above by their numbers')
})

test('LG-1 a file begins with a mark or is packed, and each of its lines is read all the same', async () => {
  const marked = Buffer.from(
    `\uFEFF${asked('/marked')}\n${asked('/odd').replace('HTTP', 'HTCPCP')}\n`,
  )
  await importAll(await fileOf(gzipSync(marked)))
  expect(await paths()).toEqual(['/marked', '/odd'])
})

test('LG-1 a file of which no line can be read is refused, by what it is', async () => {
  const refused = async (content: readonly string[] | Buffer) => refusal(await fileOf(content))
  expect(await refused(['nothing', '', 'of that kind'])).toMatch(
    /unreadable {2}2 lines[^]*No line of the file could be read\.$/,
  )
  expect(await refused(Buffer.from(`\uFEFF${asked('/wide')}`, 'utf16le'))).toContain('UTF-16')
  expect(await refused(gzipSync(asked('/cut').repeat(9)).subarray(0, 40))).toContain('broken')
  expect(await refusal(tmpdir())).toContain('is a folder')
  expect(await refused([''])).toBe('nothing')
})

test('LG-1 two imports of one file at once tell no more lines than came in', async () => {
  const path = await fileOf(Array.from({ length: 50 }, (_, at) => asked(`/${at}`)))
  const both = await Promise.all([importAll(path), importAll(path)])
  const numbers = both.map(({ stdout }) => Number(/imported +(\d+)/.exec(stdout)?.[1]))
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(50)
})
