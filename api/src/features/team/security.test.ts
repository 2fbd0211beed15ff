/** XC-1: a tenant asks its members for a second factor, and who has none does nothing until they have. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { WorldTenant } from '../../testing/builders.ts'
import { listenAt } from '../../testing/listener.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeTeam, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: World
let fake: FakeTeam
let tenant: WorldTenant
let owner: SignedIn
let api: Client
let count = 0

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeTeam.of(world)
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: [] })
  owner = await fake.enter(await fake.add(tenant.id, { role: 'owner', hasFactor: true }))
  api = fake.proving(owner)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const ask = (secondFactorRequired = true, ifMatch?: number) =>
  api.security.update({
    body: { secondFactorRequired },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })

describe('what is refused', () => {
  test('an older revision', async () => {
    const { revision } = await api.security.show()
    await ask(true, revision)
    expect(await outcomeOf(ask(false, revision))).toBe(412)
    expect(await ask(false, revision + 1)).toMatchObject({ revision: revision + 2 })
  })
})

describe('what happens', () => {
  test('whoever has shown none is kept out from the next request on, in every process', async () => {
    const bare = await fake.enter(await fake.add(tenant.id, { role: 'admin' }), null)
    const shown = await fake.enter(await fake.add(tenant.id, { role: 'admin', hasFactor: true }))
    expect(await outcomeOf(world.as(bare, 1).team.list())).toBe('ok')
    expect(await ask()).toMatchObject({ secondFactorRequired: true, membersWithoutFactor: 1 })
    await expect(world.as(bare, 1).team.list()).rejects.toMatchObject({
      problem: { status: 403, code: 'step-up-required', stepUp: 'session' },
    })
    expect(await world.as(bare, 1).me.show()).toMatchObject({
      secondFactorMissing: true,
      scopes: [],
    })
    expect(await outcomeOf(world.as(shown, 1).team.list())).toBe('ok')
    await ask(false)
    expect(await outcomeOf(world.as(bare, 1).team.list())).toBe('ok')
  })

  test('open sockets of sessions without one end within a second, and others stay', async () => {
    const bare = await fake.enter(await fake.add(tenant.id, { role: 'admin' }), null)
    const there = await listenAt(world.servers[1]!.url, bare)
    const mine = await listenAt(world.servers[1]!.url, owner)
    await ask()
    await there.until(() => there.hasExpired() && !there.socket.connected)
    const again = listenAt(world.servers[1]!.url, bare)
    await expect(again).rejects.toMatchObject({ message: 'step-up-required' })
    await api.projects.create({ body: { name: 'Unheard' } })
    await mine.until(() => mine.events.some(({ type }) => type === 'projects.created'))
    expect(mine.socket.connected).toBe(true)
    mine.close()
  })
})

describe('what it leaves behind', () => {
  test('an entry, an event, and a word to each who has to set one up', async () => {
    const bare = await fake.add(tenant.id)
    await fake.add(tenant.id, { state: 'suspended' })
    const listener = await listenAt(world.url, owner)
    await ask()
    await listener.until(() => listener.events.some(({ type }) => type === 'security.changed'))
    listener.close()
    const { rows } = await world.db.query(
      `select before, after from audit_entries where tenant_id = $1 and action = 'security.changed'`,
      [tenant.id],
    )
    expect(rows).toEqual([
      { before: { secondFactorRequired: false }, after: { secondFactorRequired: true } },
    ])
    const told = await world.db.query<{ member_id: string }>(
      `select member_id from notifications
       where tenant_id = $1 and kind = 'security.second-factor-required'`,
      [tenant.id],
    )
    expect(told.rows.map(({ member_id }) => member_id)).toEqual([bare.id])
  })

  test('asking for what is asked for already leaves nothing', async () => {
    const before = await ask()
    expect(await ask()).toEqual(before)
  })
})
