/** XC-13: what members are told, and how they choose to hear. No mail server is set in this world. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemPrincipal } from '../../core/access/index.ts'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { listenAt } from '../../testing/listener.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { notify, type To } from './index.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme')
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

const asHouse = <T>(work: (scope: Scope) => Promise<T>, tenantId = acme.id) =>
  foundation.scopes.run(systemPrincipal('test', tenantId), work)
const params = { keyId: uuidv7(), label: 'Checkout', by: 'Ada', environment: 'production' } as const
const revoked = { kind: 'keys.revoked', params } as const
const at = '2026-11-21T10:00:00.000Z'
const passwordChanged = { kind: 'account.password-changed', params: { at } } as const

describe('who may not', () => {
  test('XC-13 a viewer has an inbox, and sees no delivery log', async () => {
    const api = world.as(await acme.member('viewer'))
    expect(await api.notifications.list()).toMatchObject({ data: [], unread: 0 })
    await expect(api.notifications.deliveries()).rejects.toMatchObject({
      problem: { status: 403, scope: 'notifications:read' },
    })
  })

  test('XC-13 a key has no inbox, and hears of none', async () => {
    const key = await acme.key()
    for (const path of ['/v1/notifications', '/v1/notifications/deliveries']) {
      expect((await world.ask(path, { as: key })).status).toBe(403)
    }
    const listener = await listenAt(world.url, key)
    const owner = await acme.member()
    const heard = await listenAt(world.url, owner)
    await asHouse((scope) => notify(scope, { ...passwordChanged, to: [owner.id] }))
    await heard.until(() => heard.events.length > 0)
    expect(listener.events).toEqual([])
    listener.close()
    heard.close()
  })

  test('XC-3 nobody reads or marks what another member was told, in this tenant or another', async () => {
    const [owner, admin] = [await acme.member(), await acme.member('admin')]
    await asHouse((scope) => notify(scope, { ...passwordChanged, to: [admin.id] }))
    const [told] = (await world.as(admin).notifications.list()).data
    const other = await world.tenant('Other', { roles: ['owner'] })
    for (const holder of [owner, await other.member()]) {
      const api = world.as(holder)
      await expect(api.notifications.markRead({ params: { id: told!.id } })).rejects.toMatchObject({
        problem: { status: 404 },
      })
      expect((await api.notifications.list()).data.map(({ id }) => id)).not.toContain(told!.id)
    }
    expect((await world.as(await other.member()).notifications.deliveries()).data).toEqual([])
  })

  test('XC-3 a member of another tenant is not told, even where they are named', async () => {
    const other = await world.tenant('Third', { roles: ['owner'] })
    const stranger = await other.member()
    expect(await asHouse((scope) => notify(scope, { ...revoked, to: [stranger.id] }))).toEqual([])
  })

  test('XC-3 whoever stands in a tenant sees nothing of the letters of the house', async () => {
    const seen = await asHouse(async (scope) => [
      await scope.db('house_mails'),
      await scope.db('development_mails'),
    ])
    expect(seen).toEqual([[], []])
    const row = { id: uuidv7(), kind: 'x', recipient: 'x', state: 'waiting', at: new Date() }
    await expect(asHouse((scope) => scope.db('house_mails').insert(row))).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('what is refused', () => {
  test('XC-13 a link that leads out of the house, and a kind that names nobody', async () => {
    const [owner] = [await acme.member()]
    for (const link of ['https://evil.test', '//evil.test', '/\\evil.test', 'keys']) {
      const notice = { ...revoked, to: [owner.id], link }
      await expect(asHouse((scope) => notify(scope, notice))).rejects.toThrow()
    }
    const nobody = passwordChanged as unknown as typeof revoked
    await expect(asHouse((scope) => notify(scope, nobody))).rejects.toThrow('name its addressees')
  })
})

describe('what happens', () => {
  test('XC-13 in a team of any size nobody who is meant goes untold, and nobody is told twice', async () => {
    const big = await world.tenant('Big', { roles: [] })
    await world.db.query(
      `with person as (
         insert into directory.people (id, email, name, password_hash, created_at)
         select uuidv7(), 'big-' || n || '@world.test', 'Somebody', 'none', now()
         from generate_series(1, 2005) n returning id
       )
       insert into members (tenant_id, id, person_id, role, joined_at)
       select $1, uuidv7(), id, 'owner', now() from person`,
      [big.id],
    )
    const issued = { kind: 'keys.issued', params } as const
    const told = await asHouse((scope) => notify(scope, issued), big.id)
    expect([told.length, new Set(told).size]).toEqual([2005, 2005])
    const named = await asHouse((scope) => notify(scope, { ...issued, to: told }), big.id)
    expect(named.toSorted()).toEqual(told.toSorted())
  })

  test('XC-13 those who run keys hear what becomes of one in production, but for who did it', async () => {
    const tenant = await world.tenant('Keepers')
    const [owner, developer] = [await tenant.member(), await tenant.member('developer')]
    const app = await tenant.app('production')
    const key = await tenant.key({ app, label: 'Checkout' })
    await tenant.key({ environment: 'sandbox' })
    await tenant.proved('developer')
    await world.as(developer).keys.revoke({ params: { id: key.id } })
    const titles = async (role: 'owner' | 'developer' | 'analyst') => {
      const { data } = await world.as(await tenant.member(role)).notifications.list()
      return data.map(({ title }) => title)
    }
    expect(await titles('developer')).toEqual(['API key issued: Checkout'])
    expect(await titles('owner')).toEqual(['API key revoked: Checkout'])
    expect(await titles('analyst')).toEqual([])
    const [told] = (await world.as(owner).notifications.list()).data
    expect(told).toMatchObject({
      kind: 'keys.revoked',
      body: `developer of Keepers revoked the API key “Checkout” (${key.token.slice(0, 12)}…${key.token.slice(-4)}) for production.`,
      link: `/keys?environment=production&key=${key.id}`,
      readAt: null,
    })
  })

  test('XC-13 members are meant by what they are or may do, and none who is suspended', async () => {
    const tenant = await world.tenant('Meant')
    const idsOf = async (...names: ('owner' | 'admin' | 'developer')[]) =>
      (await Promise.all(names.map((role) => tenant.member(role)))).map(({ id }) => id).toSorted()
    const told = async (to: To) => {
      const ids = await asHouse((scope) => notify(scope, { ...revoked, to }), tenant.id)
      return ids.toSorted()
    }
    expect(await told({ role: 'admin' })).toEqual(await idsOf('admin'))
    expect(await told({ scope: 'audit:read' })).toEqual(await idsOf('owner', 'admin'))
    expect(await told({ scope: 'sar:read' })).toEqual([])
    const [developer] = await idsOf('developer')
    await world.db.query('update members set compliance = true where id = $1', [developer])
    expect(await told({ scope: 'sar:read' })).toEqual([developer])
    await world.db.query(`update members set state = 'suspended' where id = $1`, [developer])
    expect(await told({ scope: 'sar:read' })).toEqual([])
    expect(await told([developer!])).toEqual([])
  })

  test('XC-13 an act that is undone tells nobody', async () => {
    const { id } = await acme.member('analyst')
    const notice = { ...passwordChanged, to: [id] }
    await expect(
      asHouse(async (scope) => {
        await notify(scope, notice)
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    const { rows } = await world.db.query('select 1 from notifications where member_id = $1', [id])
    expect(rows).toEqual([])
  })

  test('XC-12 the inbox is paged, filtered and counted, and its bell moves at once', async () => {
    const tenant = await world.tenant('Readers', { roles: ['owner', 'admin'] })
    const owner = await tenant.member()
    const listener = await listenAt(world.url, owner)
    const other = await listenAt(world.url, await tenant.member('admin'))
    const api = world.as(owner).notifications
    for (let i = 0; i < 5; i += 1) {
      const notice = { ...passwordChanged, to: [owner.id] }
      await asHouse((scope) => notify(scope, notice), tenant.id)
    }
    await listener.until(() => listener.events.length >= 5)
    const { data, page, unread } = await api.list({ query: { limit: 2 } })
    expect([data.length, unread]).toEqual([2, 5])
    expect(listener.events[0]).toMatchObject({
      type: 'notifications.arrived',
      ref: { memberId: owner.id },
    })
    expect(listener.events.at(-1)?.ref['notificationId']).toBe(data[0]!.id)
    const next = await api.list({ query: { limit: 2, cursor: page.next! } })
    expect(new Set([...data, ...next.data].map(({ id }) => id)).size).toBe(4)

    expect(await api.markRead({ params: { id: data[0]!.id } })).toEqual({ unread: 4 })
    expect(await api.markRead({ params: { id: data[0]!.id } })).toEqual({ unread: 4 })
    expect((await api.list({ query: { unread: 'true' } })).data).toHaveLength(4)
    const upTo = next.data[0]!.id
    expect(await api.markAllRead({ body: { upTo } })).toEqual({ unread: 1 })
    expect(await api.markAllRead({ body: {} })).toEqual({ unread: 0 })
    await listener.until(() => listener.events.at(-1)?.type === 'notifications.marked')
    const admin = world.as(await tenant.member('admin')).notifications
    expect(await admin.list()).toMatchObject({ data: [], unread: 0 })
    // When somebody is told something, and when they read it, is nobody else's business.
    expect(other.events).toEqual([])
    listener.close()
    other.close()
  })

  test('XC-13 everybody reads in their own language, or in the one that the screen speaks', async () => {
    const tenant = await world.tenant('Speakers', { roles: ['owner'] })
    const owner = await tenant.member()
    await asHouse((scope) => notify(scope, { ...revoked, to: [owner.id] }), tenant.id)
    const title = async (locale?: 'en' | 'de') => {
      const query = locale ? { locale } : {}
      return (await world.as(owner).notifications.list({ query })).data[0]?.title
    }
    expect(await title()).toBe('API key revoked: Checkout')
    await world.db.query(`update directory.people set locale = 'de' where id = $1`, [
      owner.personId,
    ])
    expect(await title()).toBe('API-Schlüssel widerrufen: Checkout')
    expect(await title('en')).toBe('API key revoked: Checkout')
  })

  test('XC-13 of fifty acts at once with one key each addressee hears one, and later the next', async () => {
    const tenant = await world.tenant('Once', { roles: ['owner', 'developer'] })
    const minutes = 60
    const notice = { ...revoked, dedupe: { key: 'drift of field 7', minutes } }
    const tell = (key = notice.dedupe.key) =>
      asHouse((scope) => notify(scope, { ...notice, dedupe: { key, minutes } }), tenant.id)
    const told = await Promise.all(Array.from({ length: 50 }, () => tell()))
    expect(told.flat()).toHaveLength(2)
    const count = async () => {
      const query = 'select 1 from notifications where tenant_id = $1'
      return (await world.db.query(query, [tenant.id])).rowCount
    }
    expect(await count()).toBe(2)
    expect(await tell('another')).toHaveLength(2)
    foundation.clock.set(new Date(Date.now() + (minutes - 1) * 60_000))
    expect(await tell()).toEqual([])
    foundation.clock.set(new Date(Date.now() + (minutes + 1) * 60_000))
    expect(await tell()).toHaveLength(2)
    foundation.clock.set(null)
    expect(await count()).toBe(6)
  })

  test('XC-13 hostile names are told as names', async () => {
    const { id } = await acme.member('developer')
    const label = `${'\u0000\r\nBcc: x\u202e\ud800'}${'é'.repeat(9000)}`
    await asHouse((scope) =>
      notify(scope, { ...revoked, params: { ...params, label, by: '' }, to: [id] }),
    )
    const [told] = (await world.as(await acme.member('developer')).notifications.list()).data
    expect(told!.title).toMatch(/^API key revoked: Bcc: x \ufffdé+…$/)
    expect([...told!.title].length).toBeLessThan(230)
  })
})

describe('what it leaves behind', () => {
  test('XC-13 a delivery for each channel, which says what became of it and never what it said', async () => {
    const tenant = await world.tenant('Logged', { roles: ['owner', 'admin'] })
    const owner = await tenant.member()
    await asHouse((scope) => notify(scope, { ...revoked, to: [owner.id] }), tenant.id)
    const api = world.as(await tenant.member('admin')).notifications
    const { data } = await api.deliveries()
    expect(data.map(({ channel, state }) => `${channel} ${state}`).toSorted()).toEqual([
      'inbox sent',
      'mail waiting',
    ])
    expect(data[0]).toMatchObject({ memberId: owner.id, recipient: 'owner of Logged' })
    expect(JSON.stringify(data)).not.toContain(params.label)
    const only = async (query: object) => (await api.deliveries({ query })).data.length
    expect(await only({ state: 'waiting' })).toBe(1)
    expect(await only({ channel: 'inbox', memberId: owner.id })).toBe(1)
    expect(await only({ kind: 'keys.issued' })).toBe(0)
    expect(await only({ memberId: uuidv7() })).toBe(0)
  })
})
