import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../testing/builders.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ worker: true })
  acme = await world.tenant('Acme', { roles: ['owner'] })
})
afterAll(() => world.stop())

const as = async () => world.as(await acme.proved())

test('PA-1: after seven days it is purged, and what names it still has a name for it', async () => {
  const { apps, logs, projects } = await as()
  const app = await acme.app('production')
  const key = await acme.key({ app })
  await world.as(key).customers.ingest({ body: { externalId: 'kept', name: 'Ada Example' } })
  const fresh = await acme.app()
  const { projectId } = app
  const { name } = await projects.show({ params: { id: projectId } })
  await projects.delete({ params: { id: projectId }, query: { confirm: name } })
  await apps.delete({ params: { id: fresh.id } })
  await world.db.query(
    `with older as (
       update projects set deleted_at = now() - interval '7 days 1 minute' where id = $1
     ) update apps set deleted_at = now() - interval '7 days 1 minute' where project_id = $1`,
    [projectId],
  )
  await world.db.query(
    `insert into job_outbox (id, tenant_id, name, payload)
     values (gen_random_uuid(), $1, 'apps.purge-deleted', '{}')`,
    [acme.id],
  )
  await until(async () => {
    const { rows } = await world.db.query(
      'select 1 from apps where id = $1 and purged_at is not null',
      [app.id],
    )
    return rows.length > 0
  })
  expect(await apps.show({ params: { id: app.id } })).toMatchObject({
    name: app.name,
    deletedAt: expect.any(String),
    restorableUntil: null,
    origins: [],
    ipAllowlist: [],
  })
  expect(await projects.show({ params: { id: projectId } })).toMatchObject({ name })
  const { data } = await logs.search({ query: { appId: app.id } })
  expect(data.map(({ path }) => path)).toContain('/v1/customers')
  const { rows: kept } = await world.db.query('select 1 from customers where app_id = $1', [app.id])
  expect(kept).toHaveLength(1)
  const { rows: hashes } = await world.db.query(
    'select 1 from directory.api_keys where key_id = $1',
    [key.id],
  )
  expect(hashes).toEqual([])
  expect((await apps.list({ query: { deleted: 'true', limit: 200 } })).data).toContainEqual(
    expect.objectContaining({ id: fresh.id }),
  )
  const { rows: entries } = await world.db.query<{ action: string }>(
    "select action from audit_entries where target = any ($1) and action like '%.purged' order by 1",
    [[app.id, projectId]],
  )
  expect(entries.map(({ action }) => action)).toEqual(['apps.purged', 'projects.purged'])
})

test('PA-1: nothing is purged before its time, whatever moment is named', async () => {
  const app = await acme.app()
  await (await as()).apps.delete({ params: { id: app.id } })
  const client = await world.db.connect()
  await client.query('begin')
  await client.query("select app.enter($1, '{sandbox,production}')", [acme.id])
  const { rows } = await client.query("select * from directory.purge_deleted('infinity')")
  await client.query('rollback')
  client.release()
  expect(rows).toEqual([])
})
