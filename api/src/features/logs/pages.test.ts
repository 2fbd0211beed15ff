/** LG-5: pages that are found by what was counted hold what the list holds, in order, in both directions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemPrincipal } from '../../core/access/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import { readLogQuery } from '@sonaqor/contract/log-query'
import { holdsAll } from '@sonaqor/contract/log-query-match'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { WorldTenant } from '../../testing/builders.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { writeLines } from '../../testing/log-lines.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { drawTogether } from './count/counts.store.ts'

type Query = Record<string, string>
type Page = { data: LogEntry[]; page: { next: string | null; prev: string | null } }

let world: OwnWorld
let foundation: OpenFoundation
let tenant: WorldTenant
let owner: Holder
const all: LogEntry[] = []
let keyId = ''

const dayMs = 24 * 3_600_000
const now = Date.now()
const at = (ms: number) => new Date(now - ms).toISOString()

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
  tenant = await world.tenant('Pages', { roles: ['owner'] })
  owner = await tenant.member()
  for (const environment of ['sandbox', 'production'] as const) {
    const key = await tenant.key({ environment })
    const whose = { tenantId: tenant.id, environment, appId: key.appId, keyPrefix: key.prefix }
    for (const [ageMs, everyMs] of [
      [20 * 60_000, 7000],
      [2 * 3_600_000, 40_000],
      [9 * dayMs, 20_000],
      [9.5 * dayMs, 900_000],
    ] as const) {
      keyId = key.id
      await writeLines(world, { ...whose, keyId, count: 45, from: new Date(now - ageMs), everyMs })
    }
  }
  const limit = '200'
  let cursor: string | null = ''
  while (cursor !== null) {
    const { data, page }: Page = await pageOf({ limit, ...(cursor ? { cursor } : {}) })
    all.push(...data)
    cursor = page.next
  }
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

async function pageOf(query: Query): Promise<Page> {
  const answer = await world.ask(`/v1/logs?${new URLSearchParams(query)}`, { as: owner })
  return (await answer.json()) as Page
}

const queries: readonly (() => Query)[] = [
  () => ({ status: '5xx' }),
  () => ({ status: '3xx', method: 'DELETE' }),
  () => ({ method: 'GET' }),
  () => ({ environment: 'production' }),
  () => ({ keyId, status: '4xx' }),
  () => ({ without: 'embed-sessions' }),
  () => ({ q: '-status:2xx,3xx method:POST,DELETE' }),
  () => ({ method: 'PUT' }),
  () => ({ status: '2xx', from: at(9 * dayMs - 400_000), to: at(9 * dayMs - 700_000) }),
  () => ({ method: 'POST', from: at(9.4 * dayMs), to: at(1.5 * 3_600_000) }),
]

function expectedOf({ environment, q = '', ...query }: Query): LogEntry[] {
  const { terms = [] } = readLogQuery(q)
  return all.filter(
    (line) =>
      holdsAll(line, terms) &&
      (!environment || line.environment === environment) &&
      (!query['status'] || `${line.status}`[0] === query['status'][0]) &&
      (!query['method'] || line.method === query['method']) &&
      (!query['keyId'] || line.keyId === query['keyId']) &&
      (!query['from'] || line.at >= query['from']) &&
      (!query['to'] || line.at < query['to']) &&
      (!query['without'] ||
        line.path !== '/v1/embed-sessions' ||
        line.method !== 'POST' ||
        line.status > 299),
  )
}

describe.each(['as they were counted', 'drawn together'])('%s', (how) => {
  beforeAll(async () => {
    if (how !== 'drawn together') return
    await foundation.scopes.run(systemPrincipal('paging', tenant.id), drawTogether)
  })

  test.each(queries.map((query, place) => [JSON.stringify(query()), place] as const))(
    'LG-5 %s',
    async (_, place) => {
      const query = queries[place]!()
      const expected = expectedOf(query)
      const pages: Page[] = [await pageOf({ ...query, limit: '7' })]
      for (let last = pages[0]!; last.page.next !== null; last = pages.at(-1)!) {
        pages.push(await pageOf({ ...query, limit: '7', cursor: last.page.next }))
      }
      expect(pages.flatMap(({ data }) => data)).toEqual(expected)
      for (let turn = pages.length - 1; turn > 0; turn -= 1) {
        const cursor = pages[turn]!.page.prev!
        const { data } = await pageOf({ ...query, limit: '7', cursor })
        expect([turn, data]).toEqual([turn, pages[turn - 1]!.data])
      }
    },
  )
})
