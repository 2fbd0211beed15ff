import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { uuidv7 } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import type { Holder } from '../../testing/transport.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let app: Client
const [one, other] = [uuidv7(), uuidv7()]

beforeAll(async () => {
  world = await startToyWorld()
  app = new Client({ connectionString: world.appUrl })
  await app.connect()
  for (const tenantId of [one, other]) {
    for (const environment of ['sandbox', 'production']) {
      const json = { appId: uuidv7(), environment, text: tenantId }
      await world.ask('/v1/notes', { as: bearer(tenantId), json })
    }
  }
})
afterAll(async () => {
  await app.end()
  await world.stop()
})

async function inTenant<Row extends object>(
  tenant: string,
  environments: string,
  query: string,
  values: unknown[] = [],
): Promise<Row[]> {
  await app.query('begin')
  try {
    await app.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.environments', $2, true)",
      [tenant, environments],
    )
    return (await app.query<Row>(query, values)).rows
  } finally {
    await app.query('rollback')
  }
}

const count = async () => (await app.query('select 1 from toy_notes')).rowCount
const seen = (environments: string) =>
  inTenant<{ environment: string }>(one, environments, 'select environment from toy_notes')

/** A server that is asked for more than it can is let recover, as it asks for. */
async function askTillServed(path: string, as: Holder): Promise<Response> {
  const response = await world.ask(path, { as })
  if (response.status !== 503) return response
  await sleep(1000 * Number(response.headers.get('retry-after')))
  return askTillServed(path, as)
}

test('400 requests of two tenants at once see their own rows alone', async () => {
  const holders = [one, other].map((tenantId) => ({ tenantId, as: bearer(tenantId) }))
  const crowd = Array.from({ length: 400 }, async (_, i) => {
    const { tenantId, as } = holders[i % 2]!
    const response = await askTillServed('/v1/notes', as)
    const { data } = (await response.json()) as { data: { text: string }[] }
    return data.length === 2 && data.every(({ text }) => text === tenantId)
  })
  expect((await Promise.all(crowd)).filter((isOwn) => !isOwn)).toEqual([])
})

test('without a tenant there is nothing to see, before a transaction and after one', async () => {
  expect(await count()).toBe(0)
  expect(await inTenant(one, 'sandbox,production', 'select 1 from toy_notes')).toHaveLength(2)
  expect(await count()).toBe(0)
})

test('the environments that are not named are not there', async () => {
  expect(await seen('sandbox')).toEqual([{ environment: 'sandbox' }])
  expect(await seen('')).toEqual([])
})

test('nothing can be written into another tenant or environment, nor changed there', async () => {
  const insert = `insert into toy_notes (tenant_id, environment, id, app_id, text)
    values ($1, $2, uuidv7(), uuidv7(), 'x')`
  const refused = { code: '42501' }
  await expect(inTenant(one, 'sandbox', insert, [other, 'sandbox'])).rejects.toMatchObject(refused)
  await expect(inTenant(one, 'sandbox', insert, [one, 'production'])).rejects.toMatchObject(refused)
  const update = "update toy_notes set text = 'mine' returning tenant_id"
  expect(await inTenant(one, 'sandbox', update)).toEqual([{ tenant_id: one }])
})

test('the policies are walked along an index, however many tenants there are', async () => {
  await world.db.query(`
    insert into toy_notes (tenant_id, environment, id, app_id, text)
    select t, e, uuidv7(), uuidv7(), 'x'
    from (select uuidv7() as t from generate_series(1, 100)) tenants,
         unnest(array['sandbox', 'production']) e, generate_series(1, 200)`)
  await world.db.query('analyze toy_notes')
  const explain = `explain (analyze, format json)
    select * from toy_notes order by id desc limit 50`
  const [row] = await inTenant<{ 'QUERY PLAN': [{ Plan: object }] }>(one, 'sandbox', explain)
  const plan = JSON.stringify(row)
  expect(plan).not.toContain('Seq Scan')
  expect(plan).toContain('tenant_id = (InitPlan')
})
