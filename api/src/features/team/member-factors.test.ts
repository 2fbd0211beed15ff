/** TM-3, XC-1: whoever lost every second factor is helped by their admins, and no other door opens by it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeTeam, type FakeMember, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { listenAt } from '../../testing/listener.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let fake: FakeTeam
let tenant: WorldTenant
let admin: SignedIn
let api: Client
let count = 0

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeTeam.of(world)
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: ['owner', 'viewer'] })
  admin = await fake.join(tenant.id, { role: 'admin', name: 'Ada' })
  api = fake.proving(admin)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const reset = (id: string, as = api) => as.team.resetFactors({ params: { id } })
const lost = (role: 'admin' | 'viewer' | 'owner' = 'viewer') =>
  fake.add(tenant.id, { role, hasFactor: true })

async function factorsOf({ personId }: Pick<FakeMember, 'personId'>): Promise<number> {
  const { rows } = await world.db.query<{ n: number }>(
    `select ((select count(*) from directory.passkeys where person_id = $1)
      + (select count(*) from directory.totp_factors where person_id = $1)
      + (select count(*) from directory.recovery_codes where person_id = $1)
      + (select count(*) from directory.sign_in_tickets where person_id = $1)
      + (select count(*) from directory.devices
         where person_id = $1 and trusted_until is not null))::integer as n`,
    [personId],
  )
  return rows[0]!.n
}

/** The same person in another tenant. */
async function alsoElsewhere({ personId }: FakeMember, state = 'active'): Promise<void> {
  const other = await world.tenant(`Elsewhere ${(count += 1)}`, { roles: [] })
  await world.db.query(
    `insert into members (tenant_id, id, person_id, role, state, joined_at)
     values ($1, uuidv7(), $2, 'viewer', $3, now())`,
    [other.id, personId, state],
  )
}

describe('who may not', () => {
  test('TM-2 nobody does it to whoever is above them, to themselves, or without a proof of this one act', async () => {
    const owner = await lost('owner')
    expect(await outcomeOf(reset(owner.id))).toBe(403)
    expect(await outcomeOf(reset(admin.id))).toBe(409)
    const viewer = await lost()
    expect(await outcomeOf(reset(viewer.id, world.as(admin)))).toBe(403)
    const developer = await fake.join(tenant.id, { role: 'developer' })
    expect(await outcomeOf(reset(viewer.id, fake.proving(developer)))).toBe(403)
    expect([await factorsOf(owner), await factorsOf(viewer)]).toEqual([1, 1])
  })

  test.each(['active', 'suspended'])(
    'XC-1 no tenant opens the door of another one, where the person is %s',
    async (state) => {
      const shared = await lost()
      await alsoElsewhere(shared, state)
      await expect(reset(shared.id)).rejects.toMatchObject({
        problem: { status: 409, detail: expect.stringContaining('Sonaqor can') },
      })
      expect(await factorsOf(shared)).toBe(1)
    },
  )

  test('XC-1 nor that of Sonaqor’s own people', async () => {
    const colleague = await lost()
    await world.db.query(
      `insert into directory.staff (id, person_id, role, made_at) values (uuidv7(), $1, 'support', now())`,
      [colleague.personId],
    )
    expect(await outcomeOf(reset(colleague.id))).toBe(409)
    expect(await factorsOf(colleague)).toBe(1)
  })

  test('XC-1 who is being taken in elsewhere at that moment is waited for, and keeps them', async () => {
    const person = await lost()
    const other = await world.tenant('Elsewhere', { roles: [] })
    const client = await world.db.connect()
    await client.query('begin')
    await client.query(
      `insert into members (tenant_id, id, person_id, role, joined_at)
       values ($1, uuidv7(), $2, 'viewer', now())`,
      [other.id, person.personId],
    )
    const outcome = outcomeOf(reset(person.id))
    await new Promise((passed) => setTimeout(passed, 500))
    await client.query('commit')
    client.release()
    expect([await outcome, await factorsOf(person)]).toEqual([409, 1])
  })
})

test('TM-3 what is refused: no factor to remove, who is suspended, an older revision', async () => {
  const bare = await fake.add(tenant.id)
  expect(await outcomeOf(reset(bare.id))).toBe(409)
  const member = await lost()
  const params = { id: member.id }
  expect(await outcomeOf(api.team.resetFactors({ params, ifMatch: 7 }))).toBe(412)
  await api.team.suspend({ params })
  expect(await outcomeOf(reset(member.id))).toBe(409)
})

describe('what happens', () => {
  test('TM-3 all of them are gone, and every session, socket and trusted browser with them', async () => {
    const member = await fake.enter(await lost())
    await world.db.query(
      `with codes as (
         insert into directory.recovery_codes (hash, person_id) values (sha256('code'), $1::uuid)
       ), totp as (
         insert into directory.totp_factors (person_id, sealed, begun_at, confirmed_at)
         values ($1::uuid, '', now(), now())
       ), ticket as (
         insert into directory.sign_in_tickets (hash, person_id, expires_at)
         values (sha256('ticket'), $1::uuid, now() + interval '1 hour')
       )
       insert into directory.devices (person_id, hash, last_seen_at, trusted_until, trusted_at)
       values ($1::uuid, 'a browser', now(), now() + interval '30 days', now())`,
      [member.personId],
    )
    const there = await listenAt(world.servers[1]!.url, member)
    expect(await factorsOf(member)).toBe(5)
    expect(await reset(member.id)).toMatchObject({ secondFactor: false, revision: 2 })
    expect(await factorsOf(member)).toBe(0)
    expect((await world.ask('/v1/me', { as: member, server: 1 })).status).toBe(401)
    await there.until(() => !there.socket.connected)
    there.close()
  })

  test('XC-1 they sign in with their password, and set up a new one before anything else', async () => {
    const { id, personId, email, password } = await tenant.member('viewer')
    const signIn = () => world.ask('/v1/auth/sign-in', { json: { email, password } })
    await world.db.query(
      `insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
       values ('lost', $1::uuid, '', 0, '{}', 'Laptop', now())`,
      [personId],
    )
    expect((await signIn()).status).toBe(401)
    await reset(id)
    const session = (await (await signIn()).json()) as { token: string; me: object }
    expect(session.me).toMatchObject({ secondFactorMissing: true, scopes: [] })
    const member = world.as(session)
    expect(await outcomeOf(member.team.list())).toBe(403)
    expect(await member.account.beginTotp({ body: { password } })).toHaveProperty('secret')
    await world.db.query(
      `update sessions set second_factor_at = now() where member_id = $1 and ended_at is null`,
      [id],
    )
    expect(await outcomeOf(member.team.list())).toBe('ok')
    const explained = await api.team.explain({ params: { id }, query: { operation: 'team.list' } })
    expect(explained.reasons).toContainEqual(
      expect.objectContaining({ code: 'second-factor-policy', required: true }),
    )
  })
})

test('TM-4, XC-13 what it leaves behind: an entry, and word to whom it happened to', async () => {
  const member = await fake.enter(await lost())
  await reset(member.id)
  const { rows } = await world.db.query(
    `select actor ->> 'id' as by, target, after ->> 'sessionsEnded' as ended from audit_entries
     where tenant_id = $1 and action = 'team.factors-reset'`,
    [tenant.id],
  )
  expect(rows).toEqual([{ by: admin.id, target: member.id, ended: '1' }])
  const told = await world.db.query(
    `select channel, member_id from notification_deliveries
     where tenant_id = $1 and kind = 'team.factors-reset' order by channel`,
    [tenant.id],
  )
  expect(told.rows).toEqual(['inbox', 'mail'].map((channel) => ({ channel, member_id: member.id })))
})
