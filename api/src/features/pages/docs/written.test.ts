/** SU-4: what the docs say is true, and is found by whoever looks for it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contract, type Endpoint } from '@sonaqor/contract'
import { search } from '../../../../../shell/src/docs/search.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'

let world: OwnWorld
let build: string

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'sonaqor-written-'))
  await mkdir(join(build, 'shell'))
  await writeFile(join(build, 'shell/docs.json'), '{"file":"docs.1a2b3c4d.js"}')
  world = await startWorld({ env: { SONAQOR_BUILD_DIR: build } })
})
afterAll(async () => {
  await world.stop()
  await rm(build, { recursive: true })
})

const operations = Object.entries<Record<string, Endpoint>>(contract).flatMap(([area, endpoints]) =>
  Object.entries(endpoints)
    .filter(([, { options }]) => !options.internal)
    .map(([verb, endpoint]) => ({ area, id: `${area}.${verb}`, endpoint })),
)

const pageAt = async (path: string) => (await world.ask(path)).text()

const ids = (page: string) => plain(page).match(/order-\d+/g)!

/** What stands between the head of an operation and the next one. */
function sectionIn(page: string, id: string): string {
  return page.split(`<section id="${id}"`)[1]?.split('<section id=')[0] ?? ''
}
const sectionOf = async (id: string) => sectionIn(await pageAt(`/docs/api/${id.split('.')[0]}`), id)

const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

test('SU-4 the reference shows a body that is taken as it stands, where a key can call it', async () => {
  for (const operation of operations) {
    const { body, access, only } = operation.endpoint.options
    if (!body || only === 'member' || !access.includes(':')) continue
    const sample = (await sectionOf(operation.id))
      .split('data-language="curl"')[1]!
      .split('</figure>')[0]
    const [, written = ''] = /-d '([^]*?)'\s*$/.exec(plain(sample!).trim()) ?? []
    expect([operation.id, body.safeParse(JSON.parse(written)).error?.issues]).toEqual([
      operation.id,
      undefined,
    ])
  }
})

test('SU-4 the reference sends another transaction than the quick start, for one is sent once', async () => {
  const ingest = await sectionOf('transactions.ingest')
  const start = await pageAt('/docs/quick-starts/transactions')
  expect(ids(start)).not.toContain(ids(ingest)[0])
})

test('SU-4 the search finds by what a page says, and each operation by what it takes', async () => {
  const [, address = ''] = /data-search="([^"]+)"/.exec(await pageAt('/docs')) ?? []
  const all = JSON.parse(await pageAt(address)) as Parameters<typeof search>[0]
  const first = (words: string) =>
    search(all, words)
      .slice(0, 12)
      .map(({ u }) => u)
  expect(first('webhook signature')).toContain('/docs/quick-starts/webhooks')
  expect(first('query language')[0]).toBe('/docs/query-language')
  expect(first('Sonaqor-Version')).toContain('/docs/api-versions')
  expect(first('retention')).toContain('/docs/query-language')
  expect(first('csv')).toContain('/docs/api/audit#audit.export')
  expect(first('idempotancy')).toContain('/docs/problems/idempotency-mismatch')
  expect(first('retry')).toContain('/docs')
})

test('SU-4 the reference says of each operation whether a key may call it, and whence a session comes', async () => {
  const start = await pageAt('/docs')
  expect(plain(start)).not.toContain('Everything that')
  expect(start).toContain('id="sessions"')
  expect(await sectionOf('transactions.ingest')).toContain('Takes an API key')
  expect(plain(await sectionOf('team.list'))).toMatch(/Takes the session of a member; no API key/)
  expect(await pageAt('/docs/audit')).toContain('href="/docs#sessions"')
})

test('SU-3 the docs say that the type of a 429 is of IANA, and that of no other', async () => {
  const registered = 'https://iana.org/assignments/http-problem-types#quota-exceeded'
  const [explained] = (await pageAt('/docs/problems/quota-exceeded')).split('Why it happens')
  expect(explained).toContain(registered)
  expect(await pageAt('/docs/problems/conflict')).not.toContain('iana.org')
  expect(plain(await pageAt('/docs'))).toMatch(/but that of a 429/)
})

test('SU-4: the docs show a browser their list and search where no page is, and tell a program by a problem', async () => {
  const where = '/docs/api/no-such-area'
  const answer = await world.ask(where, { headers: { accept: 'text/html,*/*;q=0.8' } })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await answer.text()
  for (const part of ['There is no such page', 'data-search="', 'href="/docs/api/keys"']) {
    expect(page).toContain(part)
  }
  for (const accept of ['*/*', 'application/json']) {
    const told = await world.ask(where, { headers: { accept } })
    expect([told.status, (await told.json()).code]).toEqual([404, 'not-found'])
  }
})
