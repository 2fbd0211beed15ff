/** The doors of the staff plane, knocked at with the app's own login: without a session they give nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import type { WorldTenant } from '../../testing/builders.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

const nobody = '00000000-0000-7000-8000-000000000000'

let world: World
let fake: FakeStaff
let app: Client
let tenant: WorldTenant
let look: string

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeStaff.of(world)
  tenant = await world.tenant('Cove', { roles: ['owner'] })
  const owner = world.as(await tenant.member())
  look = (await owner.supportAccess.open({ body: { reason: 'See for yourselves' } })).id
  app = new Client({ connectionString: world.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await fake.close()
  await world.stop()
})

async function ask(query: string, values: readonly unknown[]): Promise<object[]> {
  await app.query('begin')
  const { rows } = await app.query<object>(query, [...values])
  await app.query('commit')
  return rows
}

const end = (column: string, { sessionId }: AtWork) =>
  world.db.query(
    `update directory.staff_sessions set ${column} = now() - interval '1 second' where id = $1`,
    [sessionId],
  )

/** Who has no session, one that is over, one without a second factor, or too small a role. */
const callers = async (): Promise<Record<string, string>> => {
  const [over, idle, bare, small] = await Promise.all([
    fake.enter({ role: 'security' }),
    fake.enter({ role: 'security' }),
    fake.enter({ role: 'security', secondFactorAt: null }),
    fake.enter({ role: 'support' }),
  ])
  await Promise.all([end('ends_at', over), end('idle_ends_at', idle)])
  return {
    nobody,
    over: over.sessionId,
    idle: idle.sessionId,
    bare: bare.sessionId,
    small: small.sessionId,
  }
}

test('nothing is told or changed without an open session of a role that may', async () => {
  const { small, ...shut } = await callers()
  for (const [who, session] of Object.entries(shut)) {
    const told = [
      await ask('select * from directory.staff_tenants($1, null, null, now())', [session]),
      await ask('select * from directory.staff_people($1, now())', [session]),
      await ask('select * from directory.module_tokens($1, now())', [session]),
      await ask("select * from directory.staff_looks($1, '-infinity', now())", [session]),
      await ask('select * from directory.support_place($1, $2, now())', [session, look]),
    ]
    expect({ who, told: told.flat() }).toEqual({ who, told: [] })
  }
  for (const session of [...Object.values(shut), small]) {
    const suspend = "select directory.suspend_tenant($1, $2, 'For fun', now()) as done"
    expect(await ask(suspend, [session, tenant.id])).toEqual([{ done: false }])
    await ask("select directory.put_plan($1, $2, 'growth', 1, now())", [session, tenant.id])
    await ask(
      "select * from directory.add_staff($1, uuidv7(), uuidv7(), 'Eve', 'eve@sonaqor.test', 'hash', 'security', now())",
      [session],
    )
  }
  const { rows } = await world.db.query(
    `select plan, suspended_at, (select count(*)::integer from directory.people
       where email = 'eve@sonaqor.test') as eves
     from tenants where id = $1`,
    [tenant.id],
  )
  expect(rows).toEqual([{ plan: 'free', suspended_at: null, eves: 0 }])
})

test('a look that is not allowed enters no tenant, and one that is shows what was lent', async () => {
  const open = `select (select count(*)::integer from directory.open_look($1, $2, $3, now())) as found,
    coalesce(current_setting('app.tenant_id', true), '') as tenant`
  const { small, ...shut } = await callers()
  for (const session of Object.values(shut)) {
    expect(await ask(open, [tenant.id, look, session])).toEqual([{ found: 0, tenant: '' }])
  }
  expect(await ask(open, [tenant.id, nobody, small])).toEqual([{ found: 0, tenant: '' }])
  expect(await ask(open, [tenant.id, look, small])).toEqual([{ found: 1, tenant: tenant.id }])
})

test('the tables of the staff are closed to the app', async () => {
  for (const table of ['staff', 'staff_sessions', 'staff_acts', 'support_places']) {
    await expect(app.query(`select 1 from directory.${table}`)).rejects.toMatchObject({
      code: '42501',
    })
  }
})
