/** XC-12: the logs of one project, of which an entry knows its app alone. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld()
  acme = await world.tenant('Acme', { roles: ['owner'] })
})
afterAll(() => world.stop())

const send = (key: Holder, json: object) => world.ask('/v1/customers', { as: key, json })

test('XC-12 LG-2 a project shows what came in through its own apps alone', async () => {
  const tenant = await world.tenant('In projects', { roles: ['owner'] })
  const app = await tenant.app()
  const { projectId } = app
  const first = await tenant.key({ app })
  const neighbour = await tenant.key()
  for (const key of [first, neighbour, first]) await send(key, { externalId: 'a' })
  const owner = await tenant.member()
  const seen = async (query: object, holder: Holder = owner) =>
    (await world.as(holder).logs.search({ query: { projectId, ...query } })).data
  const keyIds = async (query: object, holder?: Holder) =>
    (await seen(query, holder)).map(({ keyId }) => keyId)

  expect(await keyIds({})).toEqual([first.id, first.id])
  const body = { projectId, name: 'Later', environment: 'production' } as const
  const second = await tenant.key({ app: await world.as(owner).apps.create({ body }) })
  await send(second, { externalId: 'b' })
  expect(await keyIds({})).toEqual([second.id, first.id, first.id])
  expect(await keyIds({ environment: 'production' })).toEqual([second.id])
  expect(await keyIds({ keyId: neighbour.id })).toEqual([])
  expect(await keyIds({}, second)).toEqual([second.id])
  expect(await keyIds({}, neighbour)).toEqual([])
  expect(await keyIds({}, await acme.member())).toEqual([])

  const pageAt = (cursor?: string | null) =>
    world.as(owner).logs.search({ query: { projectId, limit: 2, ...(cursor ? { cursor } : {}) } })
  const start = await pageAt()
  const rest = await pageAt(start.page.next)
  expect([...start.data, ...rest.data]).toEqual(await seen({}))
  expect((await pageAt(rest.page.prev)).data).toEqual(start.data)
})

test('XC-12 XC-3 a project of another tenant shows nothing, like one that never was', async () => {
  const other = await world.tenant('Other', { roles: ['owner'] })
  const theirs = await other.key()
  await send(theirs, { externalId: 'theirs' })
  await send(await acme.key(), { externalId: 'ours' })
  const { projectId } = await world.as(theirs).apps.show({ params: { id: theirs.appId } })
  const api = world.as(await acme.member())
  expect((await api.logs.search()).data).not.toEqual([])
  for (const id of [projectId, uuidv7()]) {
    expect((await api.logs.search({ query: { projectId: id } })).data).toEqual([])
  }
})

test('LG-2 what other projects sent is not walked through in search of a silent one', async () => {
  const tenant = await world.tenant('Busy', { roles: ['owner'] })
  const [busy, silent] = [await tenant.app(), await tenant.app()]
  const columns = `tenant_id, environment, id, app_id, key_id, key_prefix, method, path, status,
    latency_ms, ip, request_id, detail`
  await world.db.query(
    `insert into log_entries (${columns})
     select $1, 'sandbox', overlay($2::text placing lpad(n::text, 12, '0') from 25)::uuid, $3,
       gen_random_uuid(), 'sq_test_1234', 'POST', '/v1/customers', 200, 1, '127.0.0.1', '', '{}'
     from generate_series(1, 5000) n`,
    [tenant.id, uuidv7(), busy.id],
  )
  await world.db.query('analyze log_entries')
  const client = await world.db.connect()
  try {
    await client.query(`
      begin; set local role sonaqor_app;
      set local app.tenant_id = '${tenant.id}'; set local app.environments = 'sandbox,production'`)
    const { rows } = await client.query(
      `explain (analyze) select joined.*
       from unnest(array(select id from apps where project_id = '${silent.projectId}')) as part (id)
       cross join lateral (
         select id from log_entries where app_id = part.id order by id desc limit 51
       ) as joined
       order by id desc limit 51`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/tenant_id_app_id_id_idx/)
    expect(plan).not.toMatch(/Rows Removed by Filter: \d{2}/)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
