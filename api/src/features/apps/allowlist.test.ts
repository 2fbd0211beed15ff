import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { embedWish, refusalOf } from '../../testing/partner.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { listenAt } from '../../testing/listener.ts'
import type { Holder } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant
let app: App
let key: Holder & { readonly id: string }

const inside = '203.0.113.7'
const outside = '198.51.100.7'

beforeAll(async () => {
  world = await startWorld({ env: { TRUSTED_PROXIES: '1' } })
  acme = await world.tenant('Acme')
  app = await acme.app()
  key = await acme.key({ app })
  await restrictTo(['203.0.113.0/24', '2001:db8::/32', '203.0.113.0/28'])
})
afterAll(() => world.stop())

const from = (address: string) => ({ 'x-forwarded-for': address })
const ask = (address: string, path = '/v1/apps', more: { json?: object } = {}) =>
  world.ask(path, { as: key, headers: from(address), ...more })

async function restrictTo(ipAllowlist: string[], holder?: Holder) {
  const { apps } = world.as(holder ?? (await acme.member()))
  return apps.update({ params: { id: app.id }, body: { ipAllowlist } })
}

const change = (holder: Holder, body: object, address = inside) =>
  world.ask(`/v1/apps/${app.id}`, {
    method: 'PATCH',
    as: holder,
    json: body,
    headers: from(address),
  })

describe('who may not', () => {
  test('PA-2: a viewer, and a key of another app or without the scope, change no allowlist', async () => {
    const narrow = await acme.key({ app, scopes: ['apps:read'] })
    const stranger = await acme.key()
    for (const [holder, status] of [
      [await acme.member('viewer'), 403],
      [narrow, 403],
      [stranger, 404],
    ] as const) {
      expect((await change(holder, { ipAllowlist: [] })).status).toBe(status)
    }
  })

  test('PA-2: a key used from elsewhere is refused, wherever it knocks, and hears by which rule', async () => {
    for (const [path, more] of [
      ['/v1/apps', {}],
      ['/v1/nowhere', {}],
      ['/v1/customers', { json: { externalId: 'shut-out' } }],
      ['/v1/embed-sessions', { json: embedWish() }],
    ] as const) {
      const answer = await ask(outside, path, more)
      const problem = (await answer.json()) as ProblemDocument
      expect([path, answer.status, problem.code]).toEqual([path, 403, 'forbidden'])
      expect(problem['violated-policies']).toEqual(['ip-allowlist'])
      expect(problem.detail).toContain(outside)
    }
    const { rows } = await world.db.query("select 1 from customers where external_id = 'shut-out'")
    expect(rows).toEqual([])
  })

  test.each([
    'spoofed, 198.51.100.7',
    `${inside}, 198.51.100.7`,
    '203.0.113.7, not an address',
    '203.0.113.7:443',
    '2001:db9::1',
    "203.0.113.7'::inet",
  ])('PA-2: nor is one let in that says it comes from %j', async (forwarded) => {
    expect((await ask(forwarded)).status).toBe(403)
  })
})

describe('what is refused', () => {
  test.each([
    ['203.0.113.0/33', 0],
    ['0x7f.0.0.1', 0],
    ['fe80::1%eth0', 0],
    ['10.1/16', 0],
    ['drop table apps', 0],
    ['1'.repeat(65), 0],
    ['::ffff:203.0.113.7/95', 0],
  ])('PA-2: %j is no range, with a pointer to it', async (range, place) => {
    const answer = await change(await acme.member(), { ipAllowlist: [range, '10.0.0.0/8'] })
    const { errors } = (await answer.json()) as ProblemDocument
    expect([answer.status, errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      [`#/ipAllowlist/${place}`],
    ])
  })

  test('PA-2: more than a hundred ranges', async () => {
    const ipAllowlist = Array.from({ length: 101 }, (_, i) => `10.0.${i}.0/24`)
    const answer = await change(await acme.member(), { ipAllowlist })
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '#/ipAllowlist' }] },
    ])
  })

  test('PA-2: a key is kept from shutting its own address out, unless it says that it means it', async () => {
    const own = await acme.key({ app })
    const elsewhere = { ipAllowlist: ['192.0.2.0/24'] }
    const answer = await change(own, elsewhere)
    const problem = (await answer.json()) as ProblemDocument
    expect([answer.status, problem.errors]).toMatchObject([409, [{ pointer: '#/ipAllowlist' }]])
    expect(problem.detail).toContain(inside)
    expect((await ask(inside)).status).toBe(200)
    const confirmed = await change(own, { ...elsewhere, confirm: true })
    expect(await confirmed.json()).toMatchObject({
      warnings: [{ kind: 'own-address-not-covered', address: inside }],
    })
    expect((await ask(inside)).status).toBe(403)
    await restrictTo(['203.0.113.0/24', '2001:db8::/32', '203.0.113.0/28'])
  })

  test('PA-2: what is no address cannot be checked', async () => {
    const { apps } = world.as(await acme.member())
    const call = apps.checkIp({ params: { id: app.id }, query: { ip: '203.0.113' } })
    expect(await refusalOf(call)).toMatchObject({ code: 'invalid', errors: [{ pointer: '?ip' }] })
  })
})

describe('what happens', () => {
  test.each([
    inside,
    '::ffff:203.0.113.7',
    '::ffff:cb00:7107',
    '2001:DB8::7',
    '6.6.6.6, 203.0.113.7',
  ])('PA-2: from %s a key is let in', async (address) => {
    expect((await ask(address)).status).toBe(200)
  })

  test('PA-2: ranges are kept in one way, each once, and an empty list takes keys from everywhere', async () => {
    const kept = await restrictTo(['203.0.113.99/24', '::ffff:203.0.113.0/120', '2001:DB8:0::/32'])
    expect(kept.ipAllowlist).toEqual(['203.0.113.0/24', '2001:db8::/32'])
    await restrictTo([])
    expect((await ask(outside)).status).toBe(200)
    expect((await ask('no address at all')).status).toBe(200)
    await restrictTo(['203.0.113.0/24', '2001:db8::/32', '203.0.113.0/28'])
  })

  test('PA-2: a member whose own address is not covered is warned, and not stopped', async () => {
    const owner = await acme.member()
    const ranges = {
      ipAllowlist: ['203.0.113.0/24', '2001:db8::/32', '203.0.113.0/28', '10.0.0.0/8'],
    }
    const warned = await (await change(owner, ranges, outside)).json()
    expect(warned).toMatchObject({
      warnings: [{ kind: 'own-address-not-covered', address: outside }],
    })
    const covered = { ipAllowlist: ranges.ipAllowlist.slice(0, 3) }
    expect(await (await change(owner, covered)).json()).toMatchObject({ warnings: [] })
  })

  test('PA-5: an address is told whether it would pass, and by which range', async () => {
    const { apps } = world.as(await acme.member())
    const check = (ip?: string) => apps.checkIp({ params: { id: app.id }, query: { ip } })
    expect(await check(inside)).toEqual({
      ip: inside,
      passes: true,
      because: 'listed',
      range: '203.0.113.0/28',
    })
    expect(await check('::ffff:203.0.113.99')).toMatchObject({
      ip: '203.0.113.99',
      range: '203.0.113.0/24',
    })
    const no = { passes: false, because: 'not-listed', range: null }
    expect(await check(outside)).toEqual({ ip: outside, ...no })
    expect(await (await ask(inside, `/v1/apps/${app.id}/check-ip`)).json()).toMatchObject({
      ip: inside,
      passes: true,
    })
    const open = await acme.app()
    expect(await apps.checkIp({ params: { id: open.id }, query: { ip: outside } })).toMatchObject({
      passes: true,
      because: 'no-allowlist',
    })
  })

  test('PA-5: what is told is what is done, whatever the address', async () => {
    const { apps } = world.as(await acme.member())
    for (const ip of [
      '203.0.113.0',
      '203.0.113.255',
      '203.0.114.0',
      '2001:db8:ffff::1',
      '2001:db7::1',
      '::1',
    ]) {
      const { passes } = await apps.checkIp({ params: { id: app.id }, query: { ip } })
      expect([ip, (await ask(ip)).status]).toEqual([ip, passes ? 200 : 403])
    }
  })

  test('PA-2: an open socket of a key ends with a list that leaves it out, and none is opened from elsewhere', async () => {
    await restrictTo([])
    const listening = await listenAt(world.url, key, { from: outside })
    await restrictTo(['203.0.113.0/24', '2001:db8::/32', '203.0.113.0/28'])
    await until(() => listening.hasExpired())
    await expect(listenAt(world.url, key, { from: outside })).rejects.toMatchObject({
      data: { code: 'forbidden' },
    })
    await until(async () => {
      const again = await listenAt(world.url, key, { from: inside }).catch(() => null)
      again?.close()
      return again !== null
    })
  })
})

describe('what it leaves behind', () => {
  test('PA-2: each refused request in the logs, and one entry for a key and a while in the audit log', async () => {
    const knocking = await acme.key({ app, label: 'Knocking' })
    for (const address of [outside, outside, '198.51.100.8']) {
      await world.ask('/v1/apps', { as: knocking, headers: from(address) })
    }
    const api = world.as(await acme.member())
    const { data } = await api.logs.search({ query: { keyId: knocking.id } })
    expect(data.map(({ status, ip }) => [status, ip])).toEqual([
      [403, '198.51.100.8'],
      [403, outside],
      [403, outside],
    ])
    const { rows } = await world.db.query(
      "select ip, app_id, after from audit_entries where action = 'keys.shut-out' and actor_id = $1",
      [knocking.id],
    )
    expect(rows).toEqual([
      { ip: outside, app_id: app.id, after: { keyId: knocking.id, rule: 'ip-allowlist' } },
    ])
  })

  test('PA-2: a change of the list leaves an event and an entry with both lists', async () => {
    const before = app.id
    const after = await restrictTo(['203.0.113.0/24'])
    const { data } = await world
      .as(await acme.member())
      .audit.search({ query: { target: before, action: 'apps.updated', limit: 1 } })
    expect(data).toMatchObject([
      {
        before: { ipAllowlist: ['203.0.113.0/24', '2001:db8::/32', '203.0.113.0/28'] },
        after: { ipAllowlist: after.ipAllowlist, revision: after.revision },
      },
    ])
    const { rows } = await world.db.query(
      "select ref from events where type = 'apps.updated' and app_id = $1 order by id desc limit 1",
      [app.id],
    )
    expect(rows).toEqual([{ ref: { appId: app.id, projectId: app.projectId } }])
  })
})
