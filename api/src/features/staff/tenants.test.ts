/** The staff plane acts on a tenant: who may, that a suspended one is refused everywhere, and what is left. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  staffRoles,
  staffScopesOf,
  staffScopeTable,
  type StaffScope,
} from '@sonaqor/contract/access'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import { call, furnish, openPage, publishKeys, type Corner } from '../../testing/belongings.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { everyEndpoint } from '../../testing/every-endpoint.ts'
import { listenAt } from '../../testing/listener.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { makeModuleToken } from '../releases/index.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff } from './fake-staff.ts'

let world: OwnWorld
let fake: FakeStaff
let tenant: WorldTenant
let corner: Corner
let lead: StaffClient
let leadId: string
let count = 0

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { SONAQOR_LIMIT_FACTOR: '10000' } })
  fake = await FakeStaff.of(world)
  await publishKeys(world)
})
beforeEach(async () => {
  tenant = await world.tenant(`Wharf-${(count += 1)}`, { roles: ['owner'] })
  corner = await furnish(world, tenant, 'sandbox')
  const by = await fake.enter({ role: 'security', name: 'Lea Lead' })
  leadId = by.id
  lead = world.as(by)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const suspend = (reason = 'Unpaid since June') =>
  lead.staff.suspendTenant({ params: { id: tenant.id }, body: { reason } })
const resume = () =>
  lead.staff.resumeTenant({ params: { id: tenant.id }, body: { reason: 'Paid' } })

describe('who may', () => {
  const ofStaff = everyEndpoint.filter(({ endpoint }) => endpoint.options.access in staffScopeTable)

  test.each(staffRoles)('%s: what the table of the staff plane says', async (role) => {
    const by = await fake.enter({ role })
    const held = new Set<string>(staffScopesOf(role))
    for (const entry of ofStaff) {
      const scope = entry.endpoint.options.access as StaffScope
      const filled = entry.fill!(corner.belongings, corner.key.asker)
      const { status, text } = await call(world, entry, filled, { as: by, headers: {} })
      const missing = status === 403 ? (JSON.parse(text) as { scope?: string }).scope : undefined
      expect({ name: entry.name, missing }).toEqual({
        name: entry.name,
        missing: held.has(scope) ? undefined : scope,
      })
    }
  })

  test('nobody without a second factor, and nobody by the token of a module', async () => {
    const bare = await fake.enter({ role: 'security', secondFactorAt: null })
    for (const entry of ofStaff) {
      const filled = entry.fill!(corner.belongings, corner.key.asker)
      const { text } = await call(world, entry, filled, { as: bare, headers: {} })
      expect(JSON.parse(text)).toMatchObject({ status: 403, code: 'step-up-required' })
    }
    expect(await outcomeOf(world.as(bare).releases.list({ query: { module: 'keys' } }))).toBe(403)
    expect(await outcomeOf(lead.releases.list({ query: { module: 'keys' } }))).toBe(403)
    const team = await publishAs()
    expect(await outcomeOf(world.as(team).staff.tenants())).toBe(403)
  })

  test('a second factor that is older than five minutes suspends nobody', async () => {
    const by = await fake.enter({
      role: 'security',
      secondFactorAt: new Date(Date.now() - 301_000),
    })
    const body = { reason: 'Unpaid' }
    const asked = world.as(by).staff.suspendTenant({ params: { id: tenant.id }, body })
    await expect(asked).rejects.toMatchObject({ problem: { code: 'step-up-required' } })
  })
})

async function publishAs() {
  return { token: await makeModuleToken(world.ownerUrl, 'keys') }
}

describe('what happens', () => {
  test('tenants are found by name and by id, and nothing of them is told but their state', async () => {
    const { data } = await lead.staff.tenants({ query: { search: tenant.name.toUpperCase() } })
    expect(data).toEqual([
      expect.objectContaining({ id: tenant.id, name: tenant.name, plan: 'free', suspended: null }),
    ])
    expect((await lead.staff.tenants({ query: { search: tenant.id } })).data).toHaveLength(1)
    const first = await lead.staff.tenants({ query: { limit: 1 } })
    const second = await lead.staff.tenants({ query: { limit: 1, cursor: first.page.next! } })
    expect(second.data[0]!.id).not.toBe(first.data[0]!.id)
  })

  test('who publishes which module is told, and what they did last', async () => {
    const { data } = await lead.staff.modules()
    const keys = data.find(({ module }) => module === 'keys')!
    expect(keys.newest).toMatchObject({ version: '1.0.0' })
    expect(keys.tokens[0]).toMatchObject({ revokedAt: null, lastActAt: expect.any(String) })
    expect(keys.acts[0]).toMatchObject({
      act: 'published',
      by: expect.stringContaining('Team keys'),
    })
  })

  test('EM-6 however much another module does, the acts of each and the last of each token are told', async () => {
    await world.db.query(
      `with busy as (
         insert into releases (id, module, version, manifest, views, published_at)
         values (gen_random_uuid(), 'busy', '1.0.0', '{}', '{}', now()) returning id)
       insert into release_acts (release_id, id, act, done_by, done_at)
       select busy.id, gen_random_uuid(), 'withdrawn', 'Team busy', now() + interval '1 day'
       from busy, generate_series(1, 1200)`,
    )
    const { data } = await lead.staff.modules()
    const of = (name: string) => data.find(({ module }) => module === name)!
    expect(of('keys').acts.map(({ act }) => act)).toContain('published')
    expect(of('keys').tokens[0]).toMatchObject({ lastActAt: expect.any(String) })
    expect(of('busy').acts).toHaveLength(10)
  })

  test('a suspended tenant is refused everywhere, with the reason, on every node', async () => {
    const member = await tenant.member()
    const page = await openPage(world, corner.key.as!, corner.key.asker)
    const live = await listenAt(world.servers[1]!.url, member)
    await suspend()
    const why = { status: 403, code: 'tenant-suspended', detail: expect.stringContaining('Unpaid') }
    const callers = [
      { as: member, headers: {} },
      { as: corner.key.as, headers: {} },
      { as: page.as, headers: page.headers },
    ]
    for (const caller of callers) {
      const answer = await world.ask('/v1/keys', { server: 1, ...caller })
      expect(await answer.json()).toMatchObject(why)
    }
    const { email, password } = member
    const signIn = world.as(null).auth.signIn({ body: { email, password } })
    await expect(signIn).rejects.toMatchObject({ problem: why })
    await live.until(() => live.hasExpired() && !live.socket.connected)
    await expect(listenAt(world.url, member)).rejects.toThrow('tenant-suspended')
  })

  test('it works again as it did before', async () => {
    const member = await tenant.member()
    await suspend()
    expect(await outcomeOf(world.as(member).projects.list())).toBe(403)
    expect(await resume()).toMatchObject({ suspended: null })
    expect(await outcomeOf(world.as(member).projects.list())).toBe('ok')
    expect(await outcomeOf(world.as(corner.key.as).projects.list())).toBe('ok')
  })

  test('twice is once: of many at once one suspends', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(suspend())))
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
    expect(await outcomeOf(resume())).toBe('ok')
    expect(await outcomeOf(resume())).toBe(409)
  })

  test('it is put on another plan, which its members see', async () => {
    const params = { id: tenant.id }
    const changed = await lead.staff.changeTenant({ params, body: { plan: 'growth' } })
    expect(changed.plan).toBe('growth')
    // Of two who have seen the same, the second is told that it is another by now.
    const late = { params, body: { plan: 'free' as const }, ifMatch: changed.revision - 1 }
    expect(await outcomeOf(lead.staff.changeTenant(late))).toBe(412)
    expect(await outcomeOf(lead.staff.changeTenant({ ...late, ifMatch: changed.revision }))).toBe(
      'ok',
    )
    await lead.staff.changeTenant({ params, body: { plan: 'growth' } })
    const unknown = { params, body: { plan: 'everything' as 'free' } }
    expect(await outcomeOf(lead.staff.changeTenant(unknown))).toBe(422)
    const { tenant: here } = await world.as(await tenant.member()).me.show()
    expect(here.plan).toBe('growth')
  })
})

describe('what it leaves behind', () => {
  test('entries in the audit log of the tenant, by staff, with the reason', async () => {
    await lead.staff.changeTenant({ params: { id: tenant.id }, body: { plan: 'growth' } })
    await suspend()
    await resume()
    const owner = world.as(await tenant.member())
    const { data } = await owner.audit.search({ query: { actorKind: 'staff', actorId: leadId } })
    expect(data.map(({ action, after }) => [action, after])).toEqual([
      ['tenants.resumed', { reason: 'Paid' }],
      ['tenants.suspended', { reason: 'Unpaid since June' }],
      ['tenants.plan-changed', { plan: 'growth' }],
    ])
    expect(await owner.audit.verify()).toMatchObject({ intact: true })
  })

  test('what staff did, for the security leads, and word to the owners', async () => {
    await suspend()
    const { data } = await lead.staff.acts()
    expect(data[0]).toMatchObject({
      by: 'Lea Lead',
      action: 'tenants.suspended',
      target: tenant.id,
      detail: { reason: 'Unpaid since June' },
    })
    const { rows } = await world.db.query(
      `select 1 from notifications where tenant_id = $1 and kind = 'tenants.suspended'`,
      [tenant.id],
    )
    expect(rows).toHaveLength(1)
  })
})
