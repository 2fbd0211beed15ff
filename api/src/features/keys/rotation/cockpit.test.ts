import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../../testing/builders.ts'
import { createPartner, refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { until } from '../../../testing/until.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

const minuteMs = 60_000

/** A key that was rotated, with both of its secrets. */
async function rotated() {
  const old = await acme.key()
  const { keys } = world.as(await acme.member())
  const params = { id: old.id }
  const { secret } = await keys.rotate({ params, body: { overlap: '1h' } })
  const show = () => keys.rotation({ params })
  const later = async (inMs: number) => {
    const headers = { 'sonaqor-now': new Date(Date.now() + inMs).toISOString() }
    const path = `/v1/keys/${old.id}/rotation`
    const answer = await world.ask(path, { as: await acme.member(), headers })
    return (await answer.json()) as Awaited<ReturnType<typeof show>>
  }
  return { old, secret, keys, params, show, later }
}

const use = (token: string, agent: string, path = '/v1/apps', server = 0) =>
  world.ask(path, { as: { token }, headers: { 'user-agent': agent }, server })

describe('who may not', () => {
  test('KY-8 a viewer, another tenant and a key of another app hear nothing of it', async () => {
    const { old } = await rotated()
    const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
    const params = { id: old.id }
    const viewer = world.as(await acme.member('viewer')).keys
    expect(await refusalOf(viewer.rotation({ params }))).toMatchObject({ scope: 'keys:read' })
    for (const holder of [other, await acme.key()]) {
      const { keys } = world.as(holder)
      expect(await refusalOf(keys.rotation({ params }))).toMatchObject({ status: 404 })
    }
  })
})

describe('what it shows', () => {
  test('KY-8 who still uses the old secret, by address, program and operation, on whatever node', async () => {
    const { old, secret, show } = await rotated()
    await use(old.token, 'cron/1')
    await use(old.token, 'cron/1', '/v1/apps', 1)
    await use(old.token, 'cron/1', `/v1/keys/${old.id}?x=`)
    await use(old.token, `batch ${old.token} ${'x'.repeat(300)}`, '/v1/no/such/place')
    await use(secret, 'server/2')
    await until(async () => {
      const { users, newSecret, oldSecret } = await show()
      const ofUsers = users.reduce((sum, { requests }) => sum + requests, 0)
      return newSecret.requests === 1 && oldSecret?.requests === 4 && ofUsers === 4
    })
    const { users, oldSecret, newSecret } = await show()
    const seen = users.map(({ userAgent, method, path, requests }) => ({
      agent: userAgent?.slice(0, 7),
      at: `${method} ${path}`,
      requests,
    }))
    expect(seen).toEqual(
      expect.arrayContaining([
        { agent: 'cron/1', at: 'GET /v1/apps', requests: 2 },
        { agent: 'cron/1', at: 'GET /v1/keys/{id}', requests: 1 },
        { agent: 'batch [', at: 'GET null', requests: 1 },
      ]),
    )
    expect(users).toHaveLength(3)
    expect(users.every(({ ip }) => /^(127\.0\.0\.1|::1)$/.test(ip))).toBe(true)
    expect(users.every(({ userAgent }) => userAgent!.length <= 200)).toBe(true)
    expect(oldSecret).toMatchObject({ prefix: old.prefix, lastFour: old.lastFour })
    expect(newSecret).toMatchObject({ prefix: secret.slice(0, 12), requests: 1 })
    expect(JSON.stringify([users, oldSecret])).not.toContain(old.token)
  })

  test('KY-8 who is refused for want of a scope has the old secret still, and is named; the key was not used by that', async () => {
    const old = await acme.key({ scopes: ['apps:read'] })
    const { keys } = world.as(await acme.member())
    const params = { id: old.id }
    await keys.rotate({ params, body: { overlap: '1h' } })
    expect((await use(old.token, 'cron/1', '/v1/logs')).status).toBe(403)
    await until(async () => (await keys.rotation({ params })).users.length === 1)
    const { users, because } = await keys.rotation({ params })
    expect(users).toMatchObject([{ userAgent: 'cron/1', path: '/v1/logs', requests: 1 }])
    expect(because).toBe('still-used')
    expect((await keys.show({ params })).lastUsedAt).toBeNull()
  })

  test('KY-8 it is safe to end the old secret once nobody uses it and somebody uses the new one', async () => {
    const { old, secret, show, later } = await rotated()
    await use(old.token, 'cron/1')
    await until(async () => (await show()).oldSecret?.requests === 1)
    const shown = await show()
    expect(shown).toMatchObject({ safeToEnd: false, because: 'still-used', quietSeconds: 900 })
    expect(shown.unusedSince).toBe(shown.oldSecret!.lastUsedAt)
    expect(await later(14 * minuteMs)).toMatchObject({ safeToEnd: false, because: 'still-used' })
    expect(await later(16 * minuteMs)).toMatchObject({ safeToEnd: false, because: 'new-unused' })
    await use(secret, 'server/2')
    await until(async () => (await show()).newSecret.requests === 1)
    expect(await later(14 * minuteMs)).toMatchObject({ safeToEnd: false, because: 'still-used' })
    expect(await later(16 * minuteMs)).toMatchObject({ safeToEnd: true, because: 'quiet' })
  })

  test('KY-8 EM-2 it is not safe while a page is live that the old secret let in', async () => {
    const { key, tenant, enter } = await createPartner(world)
    await enter()
    const owner = world.as(await tenant.member('owner'))
    const params = { id: key.id }
    const { secret } = await owner.keys.rotate({ params, body: { overlap: '1h' } })
    await use(secret, 'server/2')
    await until(async () => (await owner.keys.rotation({ params })).newSecret.requests === 1)
    const later = async () => {
      const headers = { 'sonaqor-now': new Date(Date.now() + 16 * minuteMs).toISOString() }
      const as = await tenant.member('owner')
      return (await world.ask(`/v1/keys/${key.id}/rotation`, { as, headers })).json()
    }
    const [session] = (await owner.embeds.list({ query: {} })).data
    expect(await later()).toMatchObject({ because: 'still-used', safeFrom: session!.expiresAt })
    await owner.embeds.revokeSession({ params: { id: session!.id } })
    expect(await later()).toMatchObject({ safeToEnd: true, because: 'quiet' })
  })

  test('KY-8 where no old secret works there is nothing to end, and another rotation counts anew', async () => {
    const { old, secret, show, keys, params } = await rotated()
    await use(old.token, 'cron/1')
    await use(secret, 'server/2')
    await until(async () => {
      const { users, newSecret } = await show()
      return users.length + newSecret.requests === 2
    })
    await keys.endOverlap({ params })
    const ended = { oldSecret: null, users: [], safeToEnd: false, because: 'no-overlap' }
    expect(await show()).toMatchObject({ ...ended, unusedSince: null, safeFrom: null })
    await use(old.token, 'cron/1')
    await keys.rotate({ params, body: { overlap: '7d' } })
    expect(await show()).toMatchObject({
      users: [],
      oldSecret: { prefix: secret.slice(0, 12), requests: 0, lastUsedAt: null },
      quietSeconds: 86_400,
    })
  })

  test('KY-8 of a key that has very many users those that were seen last are kept', async () => {
    const { old, show } = await rotated()
    await world.db.query(
      `insert into old_secret_users (tenant_id, environment, app_id, key_id, secret_number, ip, method,
         route, user_agent, requests, first_at, last_at)
       select $1, 'sandbox', $2, $3, 1, '192.0.2.' || n, 'GET', '/v1/apps', 'many', 1, now(),
         now() - n * interval '1 minute'
       from generate_series(1, 200) n`,
      [acme.id, old.appId, old.id],
    )
    await use(old.token, 'cron/1')
    await until(async () => (await show()).users[0]?.userAgent === 'cron/1')
    const { users } = await show()
    expect(users).toHaveLength(200)
    expect(users.at(-1)?.ip).toBe('192.0.2.199')
    const { rows } = await world.db.query('select 1 from old_secret_users where key_id = $1', [
      old.id,
    ])
    expect(rows).toHaveLength(200)
  })

  test('KY-8 of a key that is not rotating nobody is remembered', async () => {
    const key = await acme.key()
    await use(key.token, 'cron/1')
    const { keys } = world.as(await acme.member())
    const lastUsed = async () => (await keys.show({ params: { id: key.id } })).lastUsedAt
    await until(async () => (await lastUsed()) !== null)
    expect(await keys.rotation({ params: { id: key.id } })).toMatchObject({
      rotatedAt: null,
      newSecret: { prefix: key.prefix, requests: 0 },
      users: [],
      because: 'no-overlap',
    })
  })
})
