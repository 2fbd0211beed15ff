/** SU-4: what the docs say is true, and is found by whoever looks for it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { contract, type Endpoint } from '@sonaqor/contract'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'

let world: OwnWorld

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

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
