/** LG-7: logged requests are kept as long as the plan of their tenant says, and no longer. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { logDaysKept } from '@sonaqor/contract/log-retention'
import { systemPrincipal } from '../../../core/access/index.ts'
import { up as takeOutLinks } from '../../../../migrations/0165-links-of-lines-hold-no-key.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { begunWhileKeeping } from '../../../testing/scopes/kept-apart.ts'
import { writeLines } from '../../../testing/log-lines.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { logsJobs } from './logs.jobs.ts'
import { createLogStore } from '../logs.store.ts'

let world: OwnWorld
let foundation: OpenFoundation

const dayMs = 24 * 3_600_000
const ages = [1, 29, 32, 89, 92, 364, 367]
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs)

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

async function tenantOn(plan: string): Promise<WorldTenant> {
  const tenant = await world.tenant(plan, { roles: ['owner'] })
  await world.db.query('update tenants set plan = $2 where id = $1', [tenant.id, plan])
  const { id: keyId, appId, prefix: keyPrefix } = await tenant.key()
  for (const days of ages) {
    const from = daysAgo(days)
    await writeLines(world, { tenantId: tenant.id, appId, keyId, keyPrefix, count: 3, from })
  }
  return tenant
}

/** Says of each lot whether the transaction of the job itself had begun by then. */
async function run(name: string, tenant: WorldTenant): Promise<boolean[]> {
  const { type, run: work } = logsJobs(createLogStore(foundation.database)).find(
    (one) => one.type.name === name,
  )!
  const payload = type.payload.parse({})
  return foundation.scopes.run(systemPrincipal('forgetting', tenant.id), (scope: Scope) =>
    begunWhileKeeping(scope, () => work(scope, payload)),
  )
}

async function agesOf({ id }: WorldTenant, table: 'log_entries' | 'log_counts') {
  const moment = table === 'log_entries' ? 'uuid_extract_timestamp(id)' : 'moment'
  const { rows } = await world.db.query<{ days: number }>(
    `select distinct round(extract(epoch from now() - ${moment}) / 86400)::int as days
     from ${table} where tenant_id = $1 order by 1`,
    [id],
  )
  return rows.map(({ days }) => days)
}

const partitions = async () =>
  (
    await world.db.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits
       where inhparent = 'log_entries'::regclass`,
    )
  ).rows.map(({ name }) => name)
const partitionOf = (days: number) =>
  `log_entries_${daysAgo(days).toISOString().slice(0, 10).replaceAll('-', '')}`

test('LG-7 each tenant keeps its lines as long as its plan says, and what was counted of them', async () => {
  const tenants = await Promise.all([...Object.keys(logDaysKept), 'of old'].map(tenantOn))
  for (const [place, kept] of [...Object.values(logDaysKept), 365].entries()) {
    const tenant = tenants[place]!
    // None is left idle while the lots take their time.
    expect(await run('logs.forget', tenant)).not.toContain(true)
    const expected = ages.filter((days) => days < kept)
    expect([kept, await agesOf(tenant, 'log_entries')]).toEqual([kept, expected])
    expect([kept, await agesOf(tenant, 'log_counts')]).toEqual([kept, expected])
  }
})

test('LG-7 a day goes when all plans have forgotten it, or when nothing lies in it', async () => {
  const tenant = await tenantOn('enterprise')
  await world.db.query('select app.make_log_partitions($1)', [[daysAgo(20), daysAgo(50)]])
  await run('logs.drop-days', tenant)
  const left = await partitions()
  for (const [days, isLeft] of [
    [20, true],
    [50, false],
    [364, true],
    [367, false],
  ] as const) {
    expect([days, left.includes(partitionOf(days))]).toEqual([days, isLeft])
  }
  expect(await agesOf(tenant, 'log_entries')).toEqual(ages.filter((days) => days < 365))
})

test('LG-7 XC-3 the app’s login can neither delete a line itself nor have younger ones forgotten', async () => {
  const tenant = await tenantOn('free')
  const within = (work: (scope: Scope) => Promise<unknown>) =>
    foundation.scopes.run(systemPrincipal('forgetting', tenant.id), work)
  await expect(within((scope) => scope.db('log_entries').delete())).rejects.toMatchObject({
    code: '42501',
  })
  await within((scope) =>
    scope.db.raw(`select app.forget_log_entries('ffffffff-ffff-ffff-ffff-ffffffffffff', 1000)`),
  )
  expect(await agesOf(tenant, 'log_entries')).toEqual([1, 29])
  await within((scope) =>
    scope.db.raw(`select app.drop_log_partitions('2999-01-01', '2999-01-01')`),
  )
  expect(await agesOf(tenant, 'log_entries')).toEqual([1, 29])
})

test('LG-7 whoever reads a day keeps it, and is kept waiting by nobody', async () => {
  const tenant = await tenantOn('enterprise')
  const reader = await world.db.connect()
  await reader.query('begin; select count(*) from log_entries')
  await run('logs.drop-days', tenant)
  expect(await partitions()).toContain(partitionOf(367))
  await reader.query('rollback')
  reader.release()
  await run('logs.drop-days', tenant)
  expect(await partitions()).not.toContain(partitionOf(367))
})

test('LG-1 KY-1 what lines of old said of where a list goes on is taken out, and nothing else', async () => {
  const tenant = await tenantOn('team')
  const body = {
    text: JSON.stringify({ link: '</v1/x?a=b>', note: '"link":"<' }),
    bytes: 9,
    cut: false,
  }
  const detail = (link: string) =>
    JSON.stringify({
      query: 'q=[redacted]',
      request: { headers: { accept: '*/*' }, body },
      response: { headers: { link, etag: '"a"' }, body: null },
    })
  await world.db.query('update log_entries set detail = $2 where tenant_id = $1', [
    tenant.id,
    detail('</v1/logs?q=key%3Asq_live_0123&cursor=AbC>; rel="next"'),
  ])
  const database = { raw: (sql: string) => world.db.query(sql) }
  await takeOutLinks(database as unknown as Parameters<typeof takeOutLinks>[0])
  const { rows } = await world.db.query<{ detail: string }>(
    'select distinct detail from log_entries where tenant_id = $1',
    [tenant.id],
  )
  expect(rows).toEqual([{ detail: detail('[redacted]') }])
})
