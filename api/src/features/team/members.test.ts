/** TM-2, TM-3: what a change of the team means at once, on every node, and what it leaves behind. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { WorldTenant } from '../../testing/builders.ts'
import { listenAt } from '../../testing/listener.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeTeam, type FakeMember, type SignedIn } from '../../testing/fake-team.ts'
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
  owner = await fake.join(tenant.id, { role: 'owner', name: 'Ada' })
  api = fake.proving(owner)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const statusOf = async (as: SignedIn, server = 1) =>
  (await world.ask('/v1/me', { as, server })).status

const names = async (query: Parameters<Client['team']['list']>[0]) =>
  (await api.team.list(query)).data.map(({ person }) => person.name || person.email)

describe('TM-2 what is refused', () => {
  test('a revision that somebody else has changed meanwhile', async () => {
    const { id } = await fake.add(tenant.id)
    const params = { id }
    const body = { role: 'analyst' } as const
    await api.team.changeRole({ params, body, ifMatch: 1 })
    for (const act of [
      () => api.team.changeRole({ params, body: { role: 'viewer' }, ifMatch: 1 }),
      () => api.team.setCompliance({ params, body: { compliance: true }, ifMatch: 1 }),
      () => api.team.suspend({ params, ifMatch: 1 }),
      () => api.team.remove({ params, ifMatch: 1 }),
      () => api.security.update({ body: { secondFactorRequired: true }, ifMatch: 7 }),
    ]) {
      expect(await outcomeOf(act())).toBe(412)
    }
    expect((await api.team.suspend({ params, ifMatch: 2 })).revision).toBe(3)
  })

  test('a name that is not the one of the tenant, for whoever wants to leave', async () => {
    const viewer = await fake.join(tenant.id)
    const leaving = (name: string) =>
      outcomeOf(world.as(viewer).team.leave({ body: { tenant: name } }))
    expect(await leaving('Another')).toBe(422)
    expect(await leaving(tenant.name)).toBe('ok')
    expect(await statusOf(viewer)).toBe(401)
    const { rows } = await world.db.query(
      `select actor ->> 'id' as by, target from audit_entries
       where tenant_id = $1 and action = 'team.removed'`,
      [tenant.id],
    )
    expect(rows).toEqual([{ by: viewer.id, target: viewer.id }])
  })
})

describe('TM-2 what happens', () => {
  test.each(['suspend', 'remove'] as const)(
    '%s: sessions and sockets end at once, on every node, and the letter is on its way',
    async (verb) => {
      const viewer = await fake.join(tenant.id)
      const second = await fake.enter(viewer)
      const here = await listenAt(world.servers[0]!.url, viewer)
      const there = await listenAt(world.servers[1]!.url, second)
      await api.team[verb]({ params: { id: viewer.id } })
      expect([await statusOf(viewer, 0), await statusOf(second, 1)]).toEqual([401, 401])
      await here.until(() => !here.socket.connected && here.hasExpired())
      await there.until(() => !there.socket.connected && there.hasExpired())
      const { rows } = await world.db.query(
        `select kind from notification_deliveries where tenant_id = $1 and kind = $2`,
        [tenant.id, verb === 'suspend' ? 'team.suspended' : 'team.removed'],
      )
      expect(rows).toHaveLength(1)
    },
  )

  test.each(['jörg', 'r&d'])(
    'XC-13 %s@…, to whom nothing can be sent, goes and is removed all the same: the log says so',
    async (local) => {
      const [one, two, three] = await Promise.all(
        [1, 2, 3].map((tag) =>
          fake.join(tenant.id, { email: `${local}@${tenant.id}-${tag}.test` }),
        ),
      )
      await api.team.suspend({ params: { id: one!.id } })
      await api.team.remove({ params: { id: two!.id } })
      await world.as(three!).team.leave({ body: { tenant: tenant.name } })
      const { data } = await api.notifications.deliveries({ query: { state: 'suppressed' } })
      expect(data.map(({ kind, reason }) => [kind, reason])).toEqual([
        ['team.removed', 'no-address'],
        ['team.removed', 'no-address'],
        ['team.suspended', 'no-address'],
      ])
      expect(data[0]!.recipient).toMatch(/^[jr]…@.*\.test$/)
    },
  )

  test('who is resumed may come in again, with a new session alone', async () => {
    const viewer = await fake.join(tenant.id)
    await api.team.suspend({ params: { id: viewer.id } })
    await api.team.resume({ params: { id: viewer.id } })
    expect(await statusOf(viewer)).toBe(401)
    expect(await statusOf(await fake.enter(viewer))).toBe(200)
  })

  test('a role holds from the next request on: tokens and sockets of before are over', async () => {
    const admin = await fake.join(tenant.id, { role: 'admin' })
    const listener = await listenAt(world.servers[1]!.url, admin)
    await api.team.changeRole({ params: { id: admin.id }, body: { role: 'viewer' } })
    expect(await statusOf(admin)).toBe(401)
    await listener.until(() => !listener.socket.connected)
    const again = await fake.enter(admin)
    expect(await outcomeOf(world.as(again, 1).team.suspend({ params: { id: owner.id } }))).toBe(403)
  })

  test('KY keys survive their maker', async () => {
    const developer = await fake.join(tenant.id, { role: 'developer' })
    const { projects, apps, keys } = world.as(developer)
    const { id: projectId } = await projects.create({ body: { name: 'Theirs' } })
    const app = await apps.create({ body: { projectId, name: 'App', environment: 'sandbox' } })
    const key = await keys.issue({
      body: { appId: app.id, label: 'Theirs', scopes: ['apps:read'] },
    })
    await api.team.remove({ params: { id: developer.id } })
    const as = { token: key.secret }
    expect((await world.ask('/v1/apps', { as, server: 1 })).status).toBe(200)
  })

  test('the compliance scopes are given and taken, and what they open with them', async () => {
    const viewer = await fake.add(tenant.id)
    const params = { id: viewer.id }
    const scopes = async () => (await world.as(await fake.enter(viewer)).me.show()).scopes
    expect(await scopes()).not.toContain('sar:read')
    await api.team.setCompliance({ params, body: { compliance: true } })
    expect(await scopes()).toEqual(expect.arrayContaining(['sar:read', 'holds:write']))
    await api.team.setCompliance({ params, body: { compliance: false } })
    expect(await scopes()).not.toContain('sar:read')
  })
})

describe('TM-3 the list', () => {
  let people: FakeMember[]
  beforeEach(async () => {
    people = [
      await fake.add(tenant.id, { name: 'Émile Zola', role: 'developer', hasFactor: true }),
      await fake.add(tenant.id, { name: 'Änne Berg', role: 'analyst', seenDaysAgo: 40 }),
      await fake.add(tenant.id, { name: 'bo %_ Diaz', role: 'viewer', state: 'suspended' }),
    ]
    await api.team.invite({ body: { emails: ['carla@example.com'], role: 'viewer' } })
  })
  test('says status, join date, last seen and whether there is a second factor', async () => {
    const { data } = await api.team.list({ query: { search: 'zola' } })
    expect(data).toMatchObject([
      {
        person: { name: 'Émile Zola', email: people[0]!.email },
        role: 'developer',
        state: 'active',
        secondFactor: true,
        compliance: false,
        joinedAt: expect.any(String),
        lastSeenAt: expect.any(String),
        invitation: null,
        you: false,
      },
    ])
    const mine = await api.team.show({ params: { id: owner.id } })
    expect(mine).toMatchObject({ you: true, secondFactor: false })
  })

  test('is in the order of the alphabet, of joining, and of being here, page by page', async () => {
    const byName = ['Ada', 'Änne Berg', 'bo %_ Diaz', 'carla@example.com', 'Émile Zola']
    expect(await names({ query: {} })).toEqual(byName)
    const orders = ['name', 'joined', 'seen'] as const
    for (const order of orders) {
      const whole = (await api.team.list({ query: { order } })).data.map(({ id }) => id)
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const { data, page } = await api.team.list({
          query: { order, limit: 2, ...(cursor ? { cursor } : {}) },
        })
        paged.push(...data.map(({ id }) => id))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(paged).toEqual(whole)
      expect(whole).toHaveLength(5)
    }
    expect((await names({ query: { order: 'seen' } })).slice(-2)).toEqual([
      'Änne Berg',
      'carla@example.com',
    ])
  })

  test('is narrowed by role, state, second factor and words, in any case of letters', async () => {
    expect(await names({ query: { role: 'analyst' } })).toEqual(['Änne Berg'])
    expect(await names({ query: { state: 'suspended' } })).toEqual(['bo %_ Diaz'])
    expect(await names({ query: { state: 'invited' } })).toEqual(['carla@example.com'])
    expect(await names({ query: { secondFactor: 'true' } })).toEqual(['Émile Zola'])
    expect(await names({ query: { search: 'ÄNNE' } })).toEqual(['Änne Berg'])
    expect(await names({ query: { search: '%_' } })).toEqual(['bo %_ Diaz'])
    expect(await names({ query: { search: 'carla@' } })).toEqual(['carla@example.com'])
    expect(await names({ query: { search: 'nobody' } })).toEqual([])
  })

  test('holds nobody who was removed', async () => {
    await api.team.remove({ params: { id: people[0]!.id } })
    expect(await names({ query: {} })).not.toContain('Émile Zola')
    expect(await outcomeOf(api.team.show({ params: { id: people[0]!.id } }))).toBe(404)
  })
})

describe('what it leaves behind', () => {
  test('TM-4 an entry, an event and a word to the one whom it concerns', async () => {
    const viewer = await fake.join(tenant.id)
    const listener = await listenAt(world.url, owner)
    const params = { id: viewer.id }
    await api.team.changeRole({ params, body: { role: 'owner' } })
    await listener.until(() => listener.events.some(({ type }) => type === 'team.role-changed'))
    listener.close()
    const { rows } = await world.db.query(
      `select action, target, before, after from audit_entries
       where tenant_id = $1 and action = 'team.role-changed'`,
      [tenant.id],
    )
    expect(rows).toMatchObject([
      { target: viewer.id, before: { role: 'viewer' }, after: { role: 'owner' } },
    ])
    const inbox = await world.as(await fake.enter(viewer)).notifications.list()
    expect(inbox.data.map(({ kind }) => kind).toSorted()).toEqual([
      'team.owner-made',
      'team.role-changed',
    ])
    const ours = await world.as(owner).notifications.list()
    expect(ours.data.map(({ kind }) => kind)).toEqual(['team.owner-made'])
  })

  test('what changes nothing leaves nothing', async () => {
    const viewer = await fake.add(tenant.id, { state: 'suspended' })
    const params = { id: viewer.id }
    const before = await api.team.show({ params })
    await api.team.suspend({ params })
    await api.team.changeRole({ params, body: { role: 'viewer' } })
    await api.team.setCompliance({ params, body: { compliance: false } })
    expect(await api.team.show({ params })).toEqual(before)
  })

  test('TM-4 what was done to a member stands beside what they did, page by page and by whom', async () => {
    const developer = await fake.join(tenant.id, { role: 'developer', name: 'Dev Eloper' })
    const params = { id: developer.id }
    await world.as(developer).projects.create({ body: { name: 'Theirs' } })
    await api.team.changeRole({ params, body: { role: 'viewer' } })
    await api.team.suspend({ params })
    await api.team.resume({ params })
    const steps = ['team.resumed', 'team.suspended', 'team.role-changed', 'projects.created']
    const first = await api.team.activity({ params, query: { limit: 3 } })
    const next = { limit: 3, cursor: first.page.next! }
    const second = await api.team.activity({ params, query: next })
    expect([...first.data, ...second.data].map(({ action }) => action)).toEqual(steps)
    expect(first.data[0]).toMatchObject({ actor: { id: owner.id }, about: 'Dev Eloper' })
    const back = { limit: 3, cursor: second.page.prev! }
    expect((await api.team.activity({ params, query: back })).data).toEqual(first.data)
  })

  test('TM-4 the team has a log of what was done to it, for whoever may read the audit log', async () => {
    const viewer = await fake.join(tenant.id, { name: 'Vic Tester' })
    const params = { id: viewer.id }
    await api.team.invite({ body: { emails: ['nora@world.test'], role: 'viewer' } })
    await api.team.changeRole({ params, body: { role: 'analyst' } })
    await api.team.activity({ params })
    await api.projects.create({ body: { name: 'No part of it' } })
    await api.team.remove({ params })
    const { data } = await api.team.history()
    expect(data.map(({ action, about }) => [action, about])).toEqual([
      ['team.removed', 'Vic Tester'],
      ['team.role-changed', 'Vic Tester'],
      ['team.invited', 'nora@world.test'],
    ])
    const developer = world.as(await fake.join(tenant.id, { role: 'developer' }))
    expect(await outcomeOf(developer.team.history())).toBe(403)
    const searched = { query: { action: 'audit.searched', actorId: owner.id } }
    expect((await api.audit.search(searched)).data.map(({ after }) => after)).toContainEqual({
      area: 'team',
    })
    const elsewhere = await world.tenant('Elsewhere', { roles: [] })
    const stranger = world.as(await fake.join(elsewhere.id, { role: 'owner' }))
    expect((await stranger.team.history()).data).toEqual([])
  })

  test('TM-4 the activity of a member, and that it was looked at', async () => {
    const developer = await fake.join(tenant.id, { role: 'developer' })
    await world.as(developer).projects.create({ body: { name: 'Theirs' } })
    const { data } = await api.team.activity({ params: { id: developer.id } })
    expect(data.map(({ action }) => action)).toEqual(['projects.created'])
    const { rows } = await world.db.query(
      `select 1 from audit_entries where tenant_id = $1 and action = 'team.activity-read'`,
      [tenant.id],
    )
    expect(rows).toHaveLength(1)
  })
})
