import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../../testing/builders.ts'
import { codeOf, createPartner, refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'developer', 'viewer'] })
})
afterAll(() => world.stop())

const hourMs = 3_600_000
const statusOf = async (token: string, { server = 0, inMs = 0 } = {}) => {
  const headers = { 'sonaqor-now': new Date(Date.now() + inMs).toISOString() }
  return (await world.ask('/v1/apps', { as: { token }, server, ...(inMs ? { headers } : {}) }))
    .status
}
const api = async (holder?: Holder) => world.as(holder ?? (await acme.member())).keys

describe('who may not', () => {
  test('KY-3 a viewer, another tenant, and a key of another app rotate nothing', async () => {
    const key = await acme.key()
    const params = { id: key.id }
    const body = { overlap: '1h' as const }
    const viewer = await api(await acme.member('viewer'))
    expect(await refusalOf(viewer.rotate({ params, body }))).toMatchObject({ scope: 'keys:write' })
    const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
    const neighbour = await acme.key()
    for (const holder of [other, neighbour]) {
      const theirs = await api(holder)
      expect(await refusalOf(theirs.rotate({ params, body }))).toMatchObject({ status: 404 })
      expect(await refusalOf(theirs.endOverlap({ params }))).toMatchObject({ status: 404 })
    }
    expect(await statusOf(key.token)).toBe(200)
  })

  test('KY-3 nobody is shown the secret of a key that may more than they', async () => {
    const app = await acme.app()
    const strong = await acme.key({ app, scopes: ['keys:write', 'customers:read'] })
    const weak = await acme.key({ app, scopes: ['keys:write'] })
    const rotate = { params: { id: strong.id }, body: { overlap: 'now' as const } }
    for (const holder of [weak, await acme.member('developer')]) {
      expect(await refusalOf((await api(holder)).rotate(rotate))).toMatchObject({
        status: 403,
        scope: 'customers:read',
      })
    }
    expect(await statusOf(strong.token)).not.toBe(401)
  })

  test('KY-3 rotating a key of production takes a second factor of a member, and none of a server', async () => {
    const tenant = await world.tenant('Proves', { roles: ['owner'] })
    const key = await tenant.key({ environment: 'production' })
    const { keys } = world.as(await tenant.member())
    const rotate = { params: { id: key.id }, body: { overlap: '1h' as const } }
    expect(await refusalOf(keys.rotate(rotate))).toMatchObject({ code: 'step-up-required' })
    const { secret } = await world.as(key).keys.rotate(rotate)
    expect(await refusalOf(keys.endOverlap({ params: { id: key.id } }))).toMatchObject({
      code: 'step-up-required',
    })
    await tenant.proved()
    expect(await keys.endOverlap({ params: { id: key.id } })).toMatchObject({ oldSecret: null })
    expect([await statusOf(key.token), await statusOf(secret)]).toEqual([401, 200])
  })
})

describe('what is refused', () => {
  test('KY-3 the old secret neither rotates its key nor ends the overlap, which the new one does', async () => {
    const key = await acme.key()
    const { secret } = await (
      await api()
    ).rotate({
      params: { id: key.id },
      body: { overlap: '7d' },
    })
    const [old, fresh] = [world.as(key).keys, world.as({ token: secret }).keys]
    const rotate = { params: { id: key.id }, body: { overlap: 'now' as const } }
    expect(await refusalOf(old.rotate(rotate))).toMatchObject({ status: 403 })
    expect(await refusalOf(old.endOverlap({ params: rotate.params }))).toMatchObject({
      status: 403,
      detail: expect.stringContaining('with its new secret'),
    })
    expect([await statusOf(key.token), await statusOf(secret)]).toEqual([200, 200])
    expect(await fresh.endOverlap({ params: rotate.params })).toMatchObject({ oldSecret: null })
  })

  test('KY-3 a key that would end its own secret at once, and so be locked out if the answer were lost', async () => {
    const key = await acme.key()
    const params = { id: key.id }
    expect(
      await refusalOf(world.as(key).keys.rotate({ params, body: { overlap: 'now' } })),
    ).toMatchObject({ status: 409, errors: [{ pointer: '#/overlap' }] })
    expect(await statusOf(key.token)).toBe(200)
    const { secret } = await world.as(key).keys.rotate({ params, body: { overlap: '1h' } })
    await world.as({ token: secret }).keys.endOverlap({ params })
    expect([await statusOf(key.token), await statusOf(secret)]).toEqual([401, 200])
  })

  test.each([
    [{}, '#/overlap'],
    [{ overlap: '2h' }, '#/overlap'],
    [{ overlap: '1h', expiresAt: '2020-01-01T00:00:00Z' }, '#/expiresAt'],
    [{ overlap: '1h', secret: 'of my own' }, '#/secret'],
  ])('KY-3 %j, with a pointer to the field', async (json, pointer) => {
    const key = await acme.key()
    const as = await acme.member()
    const response = await world.ask(`/v1/keys/${key.id}/rotate`, { as, json })
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  test('KY-3 a key that is over, and one that somebody else has rotated meanwhile', async () => {
    const keys = await api()
    const key = await acme.key()
    const rotate = { params: { id: key.id }, body: { overlap: 'now' as const } }
    await keys.rotate({ ...rotate, ifMatch: 1 })
    expect(await refusalOf(keys.rotate({ ...rotate, ifMatch: 1 }))).toMatchObject({ status: 412 })
    await keys.revoke({ params: rotate.params })
    expect(await refusalOf(keys.rotate(rotate))).toMatchObject({ status: 409 })
  })

  test('KY-3 a third secret beside two that work', async () => {
    const keys = await api()
    const key = await acme.key()
    const params = { id: key.id }
    const { secret } = await keys.rotate({ params, body: { overlap: '24h' } })
    expect(await refusalOf(keys.rotate({ params, body: { overlap: '1h' } }))).toMatchObject({
      status: 409,
      errors: [{ pointer: '#/overlap' }],
    })
    expect([await statusOf(key.token), await statusOf(secret)]).toEqual([200, 200])
    const last = await keys.rotate({ params, body: { overlap: 'now' } })
    const all = [key.token, secret, last.secret]
    expect(await Promise.all(all.map((token) => statusOf(token)))).toEqual([401, 401, 200])
  })
})

describe('what happens', () => {
  test('KY-3 both secrets are the same key on every node, until the overlap is over', async () => {
    const key = await acme.key({ label: 'Turned' })
    const keys = await api()
    const rotated = await keys.rotate({ params: { id: key.id }, body: { overlap: '1h' } })
    const { secret, ...shown } = rotated
    expect(shown).toMatchObject({
      id: key.id,
      label: 'Turned',
      scopes: key.scopes,
      appId: key.appId,
      prefix: secret.slice(0, 12),
      lastFour: secret.slice(-4),
      oldSecret: { prefix: key.prefix, lastFour: key.lastFour },
      revision: 2,
    })
    expect(Date.parse(shown.oldSecret!.endsAt) - Date.parse(shown.rotatedAt!)).toBe(hourMs)
    for (const server of [0, 1]) {
      for (const token of [key.token, secret]) expect(await statusOf(token, { server })).toBe(200)
    }
    const late = { inMs: hourMs + 1000 }
    expect([await statusOf(key.token, late), await statusOf(secret, late)]).toEqual([401, 200])
    const headers = { 'sonaqor-now': new Date(Date.now() + late.inMs).toISOString() }
    const later = await world.ask(`/v1/keys/${key.id}`, { as: await acme.member(), headers })
    expect(await later.json()).toMatchObject({ oldSecret: null, rotatedAt: shown.rotatedAt })
  })

  test('KY-3 with no overlap the old secret opens nothing from the next request on, on every node', async () => {
    const key = await acme.key()
    for (const server of [0, 1]) expect(await statusOf(key.token, { server })).toBe(200)
    const keys = await api()
    const { secret } = await keys.rotate({ params: { id: key.id }, body: { overlap: 'now' } })
    for (const server of [0, 1]) {
      expect(await statusOf(key.token, { server })).toBe(401)
      expect(await statusOf(secret, { server })).toBe(200)
    }
    const refused = await world.ask('/v1/apps', { as: key })
    expect(((await refused.json()) as ProblemDocument).detail).toContain('rotated')
  })

  test('KY-3 the old secret is ended before its time, once, and the new one goes on', async () => {
    const key = await acme.key()
    const keys = await api()
    const params = { id: key.id }
    const { secret } = await keys.rotate({ params, body: { overlap: '7d' } })
    const ended = await keys.endOverlap({ params, ifMatch: 2 })
    expect(ended).toMatchObject({ oldSecret: null, state: 'active', revision: 3 })
    expect(await keys.endOverlap({ params, ifMatch: 2 })).toMatchObject({ revision: 3 })
    for (const server of [0, 1]) expect(await statusOf(key.token, { server })).toBe(401)
    expect(await statusOf(secret)).toBe(200)
  })

  test('KY-3 what ends now has ended on a node whose clock is behind, too', async () => {
    const keys = await api()
    const [turned, cut] = [await acme.key(), await acme.key()]
    await keys.rotate({ params: { id: turned.id }, body: { overlap: 'now' } })
    await keys.rotate({ params: { id: cut.id }, body: { overlap: '7d' } })
    await keys.endOverlap({ params: { id: cut.id } })
    for (const { token } of [turned, cut]) {
      expect(await statusOf(token, { inMs: -60_000 })).toBe(401)
    }
  })

  test('KY-3 revoking ends both', async () => {
    const key = await acme.key()
    const keys = await api()
    const params = { id: key.id }
    const { secret } = await keys.rotate({ params, body: { overlap: '7d' } })
    expect(await keys.revoke({ params })).toMatchObject({ state: 'revoked', oldSecret: null })
    for (const server of [0, 1]) {
      for (const token of [key.token, secret]) expect(await statusOf(token, { server })).toBe(401)
    }
  })

  test('KY-3 an old secret never outlives the expiry that it was issued with', async () => {
    const keys = await api()
    const { id: appId } = await acme.app()
    const expiresAt = new Date(Date.now() + hourMs).toISOString()
    const made = await keys.issue({
      body: { appId, label: 'Short', scopes: ['apps:read'], expiresAt },
    })
    const rotated = await keys.rotate({
      params: { id: made.id },
      body: { overlap: '7d', expiresAt: null },
    })
    expect(rotated).toMatchObject({ expiresAt: null, oldSecret: { endsAt: expiresAt } })
    const late = { inMs: hourMs + 1000 }
    expect([await statusOf(made.secret, late), await statusOf(rotated.secret, late)]).toEqual([
      401, 200,
    ])
  })

  test('KY-3 a retry with the same idempotency key gets the same secret, which is kept nowhere', async () => {
    const key = await acme.key()
    const keys = await api()
    const request = { params: { id: key.id }, body: { overlap: '1h' as const } }
    const first = await keys.rotate({ ...request, idempotencyKey: `rotate-${key.id}` })
    expect(await keys.rotate({ ...request, idempotencyKey: `rotate-${key.id}` })).toEqual(first)
    const { rows } = await world.db.query(
      `select 1 from idempotent_answers t where strpos(t::text, $1) > 0
       union all select 1 from events t where strpos(t::text, $1) > 0
       union all select 1 from audit_entries t where strpos(t::text, $1) > 0`,
      [first.secret],
    )
    expect(rows).toEqual([])
  })

  test('LG-1 a line of the log says which secret was sent', async () => {
    const key = await acme.key()
    const keys = await api()
    const { secret } = await keys.rotate({ params: { id: key.id }, body: { overlap: '1h' } })
    await statusOf(key.token)
    await statusOf(secret)
    const owner = world.as(await acme.member())
    const { data } = await owner.logs.search({ query: { keyId: key.id } })
    expect(data.map(({ keyPrefix }) => keyPrefix)).toEqual([secret.slice(0, 12), key.prefix])
  })

  test('EM-2 a session ends with the secret by which it was opened, and one of the new secret does not', async () => {
    const partner = await createPartner(world)
    const { key } = partner
    const { keys } = world.as(await partner.tenant.member('owner'))
    const old = await partner.enter()
    const { secret } = await keys.rotate({ params: { id: key.id }, body: { overlap: '1h' } })
    const list = async (token: string) =>
      (
        await world.ask('/v1/keys', {
          as: { token },
          headers: { origin: 'https://portal.example.com' },
        })
      ).status
    expect(await list(old.token)).toBe(200)
    const { clientSecret } = await partner.open({}, { token: secret })
    const entered = await partner.exchange(clientSecret)
    const { token } = (await entered.json()) as { token: string }
    await keys.endOverlap({ params: { id: key.id } })
    expect([await list(old.token), await list(token)]).toEqual([401, 200])
    const states = await world.as(await partner.tenant.member('owner')).embeds.list({ query: {} })
    expect(states.data.map(({ state }) => state)).toEqual(['live', 'ended'])
    expect(await codeOf(await partner.exchange(clientSecret))).toEqual([401, 'unauthenticated'])
  })
})

test('KY-5 what it leaves behind: an event and an audit entry for each act, and no secret in them', async () => {
  const key = await acme.key()
  const keys = await api()
  const params = { id: key.id }
  const { secret } = await keys.rotate({ params, body: { overlap: '1h' } })
  await keys.endOverlap({ params })
  const { rows } = await world.db.query(
    `select type, ref, data from events where ref ->> 'keyId' = $1 order by id`,
    [key.id],
  )
  expect(rows).toMatchObject([
    { type: 'keys.issued' },
    { type: 'keys.rotated', data: { oldSecret: { prefix: key.prefix } } },
    { type: 'keys.overlap-ended', data: { oldSecret: null } },
  ])
  const owner = world.as(await acme.member())
  const { data } = await owner.audit.search({ query: { target: key.id } })
  expect(data).toMatchObject([
    { action: 'keys.overlap-ended', before: { oldSecret: { prefix: key.prefix } } },
    { action: 'keys.rotated', before: { prefix: key.prefix }, after: { revision: 2 } },
    { action: 'keys.issued' },
  ])
  expect(JSON.stringify([rows, data])).not.toContain(secret)
})
