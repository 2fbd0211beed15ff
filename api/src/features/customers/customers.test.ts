import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IngestedBatch, IngestedRow } from '@sonaqor/contract/ingest'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import type { Holder } from '../../testing/transport.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

const post = (key: Holder, json: object) => world.ask('/v1/customers', { as: key, json })
const one = async (key: Holder, body: { externalId: string }) =>
  (await world.as(key).customers.ingest({ body })) as IngestedRow
const many = async (key: Holder, items: unknown[]) =>
  (await world.as(key).customers.ingest({ body: { items } })) as IngestedBatch

const stored = async (externalId: string) =>
  (
    await world.db.query(
      'select *, birth_date::text as born from customers where external_id = $1 order by id',
      [externalId],
    )
  ).rows

describe('who may not', () => {
  test('a key without the scope, and a member who has no app to send through', async () => {
    const key = await acme.key({ scopes: ['transactions:ingest'] })
    expect(await (await post(key, { externalId: 'x' })).json()).toMatchObject({
      status: 403,
      scope: 'customers:ingest',
    })
    expect((await post(await acme.member('developer'), { externalId: 'x' })).status).toBe(403)
    expect(await stored('x')).toEqual([])
  })

  test('XC-3 the same id in another tenant and environment is another customer', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    const keys = [
      await acme.key({ environment: 'sandbox' }),
      await acme.key({ environment: 'production' }),
      await other.key({ environment: 'sandbox' }),
    ]
    for (const key of keys) {
      expect(await one(key, { externalId: 'shared' })).toMatchObject({ status: 'created' })
    }
    const rows = await stored('shared')
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3)
    expect(rows.map(({ app_id }) => app_id)).toEqual(keys.map(({ appId }) => appId))
  })
})

describe('what is refused', () => {
  test.each([
    [{}, '#/externalId'],
    [{ externalId: '' }, '#/externalId'],
    [{ externalId: 'a', kind: 'robot' }, '#/kind'],
    [{ externalId: 'a', email: 'nobody' }, '#/email'],
    [{ externalId: 'a', birthDate: '1990-02-30' }, '#/birthDate'],
    [{ externalId: 'a', birthDate: '0000-01-01' }, '#/birthDate'],
    [{ externalId: 'a', birthDate: '2199-01-01' }, '#/birthDate'],
    [{ externalId: 'a', registeredAt: '0000-12-31T23:00:00Z' }, '#/registeredAt'],
    [{ externalId: 'a', address: { country: 'Germany' } }, '#/address/country'],
    [{ externalId: 'a', documents: [{ kind: 'passport' }] }, '#/documents/0/number'],
    [{ externalId: 'a', colour: 'red' }, '#/colour'],
  ])('CU-1 %j, with a pointer to the field', async (json, pointer) => {
    const response = await post(await acme.key(), json)
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toContain(pointer)
  })

  test('more rows than a request may have, and none at all', async () => {
    const key = await acme.key()
    const items = Array.from({ length: 1001 }, (_, i) => ({ externalId: `c-${i}` }))
    expect((await post(key, { items })).status).toBe(422)
    expect((await post(key, { items: [] })).status).toBe(422)
  })

  test('a bad row of a batch, by a pointer into it, and no other', async () => {
    const reply = await many(await acme.key(), [
      { externalId: 'fine' },
      { externalId: 'bad', address: { country: 'Germany' } },
      'no object',
      null,
      { externalId: 'also fine' },
    ])
    expect(reply.counts).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 3 })
    expect(reply.items).toMatchObject([
      { status: 'created', externalId: 'fine' },
      {
        status: 'refused',
        index: 1,
        externalId: 'bad',
        errors: [{ pointer: '#/items/1/address/country' }],
      },
      { status: 'refused', index: 2, externalId: null, errors: [{ pointer: '#/items/2' }] },
      { status: 'refused', index: 3 },
      { status: 'created', externalId: 'also fine' },
    ])
  })
})

test.each([
  ['a NUL', { externalId: 'nul', name: 'a\0b' }, '/name'],
  ['a lone surrogate', { externalId: 'half', name: 'a\ud800' }, '/name'],
  ['a name that no object may have', JSON.parse('{"__proto__":{}}') as object, '/__proto__'],
])('a row with %s is refused alone', async (_, row, pointer) => {
  const reply = await many(await acme.key(), [{ externalId: 'sound' }, row])
  expect(reply.items).toMatchObject([
    { externalId: 'sound' },
    { status: 'refused', index: 1, externalId: null, errors: [{ pointer: `#/items/1${pointer}` }] },
  ])
})

describe('what happens', () => {
  test('an unknown customer is created, a known one updated with what is sent', async () => {
    const key = await acme.key()
    const externalId = 'ada'
    const full = {
      externalId,
      kind: 'organisation' as const,
      name: 'Ada & Söhne',
      birthDate: '1990-01-31',
      registeredAt: '2024-05-01T10:00:00.123456+02:00',
      address: { city: 'Bern', country: 'CH' },
      documents: [{ kind: 'registration' as const, number: 'CHE-1' }],
      attributes: { tier: 'gold', score: 0.5, vip: true, none: null },
    }
    const created = await one(key, full)
    expect(created).toMatchObject({ status: 'created', externalId })
    expect(await one(key, full)).toEqual({ ...created, status: 'unchanged' })
    const region = 'Bern'
    expect(await one(key, { externalId, region } as never)).toEqual({
      ...created,
      status: 'updated',
    })
    const [row] = await stored(externalId)
    expect(row).toMatchObject({
      id: created.id,
      kind: 'organisation',
      name: 'Ada & Söhne',
      born: '1990-01-31',
      region: 'Bern',
      address: full.address,
      attributes: full.attributes,
      revision: 2,
    })
    expect(row.registered_at.toISOString()).toBe('2024-05-01T08:00:00.123Z')
  })

  test('whoever is twice in one batch ends as the last row says', async () => {
    const externalId = 'twice'
    const reply = await many(await acme.key(), [
      { externalId, region: 'one' },
      { externalId: 'between' },
      { externalId, region: 'two' },
      { externalId, region: 'two' },
    ])
    expect(reply.items.map(({ status }) => status)).toEqual([
      'created',
      'created',
      'updated',
      'unchanged',
    ])
    expect(await stored(externalId)).toMatchObject([{ region: 'two', revision: 2 }])
  })

  test('two batches with the same customers at once make each of them once', async () => {
    const key = await acme.key()
    const items = Array.from({ length: 200 }, (_, i) => ({ externalId: `race-${i}` }))
    const replies = await Promise.all([
      many(key, items),
      many(key, items.toReversed()),
      many(key, items),
    ])
    const created = replies.reduce((sum, { counts }) => sum + counts.created, 0)
    expect(created).toBe(200)
  })

  test('an organisation stays one when its kind is not said again', async () => {
    const key = await acme.key()
    await one(key, { externalId: 'firm', kind: 'organisation' } as never)
    await one(key, { externalId: 'firm', name: 'Firm' } as never)
    expect(await stored('firm')).toMatchObject([{ kind: 'organisation', name: 'Firm' }])
    await one(key, { externalId: 'somebody' })
    expect(await stored('somebody')).toMatchObject([{ kind: 'person' }])
  })
})

describe('what it leaves behind', () => {
  test('one event for a request, with counts and nobody’s data', async () => {
    const key = await acme.key()
    const { appId } = key
    await many(key, [{ externalId: 'e-1', name: 'Jane' }, { externalId: 'e-2' }])
    await many(key, [{ externalId: 'e-1', name: 'Joan' }, { externalId: 'e-2' }])
    await many(key, [{ externalId: 'e-1' }])
    const { rows } = await world.db.query(
      `select ref, data, environment from events where type = 'customers.ingested' and app_id = $1
       order by id`,
      [key.appId],
    )
    expect(rows).toEqual([
      { ref: { appId }, data: { appId, created: 2, updated: 0 }, environment: 'sandbox' },
      { ref: { appId }, data: { appId, created: 0, updated: 1 }, environment: 'sandbox' },
    ])
  })

  test('XC-4: one audit entry for a request that wrote something, with nobody’s data', async () => {
    const key = await acme.key()
    await many(key, [{ externalId: 'x-1', name: 'Jane' }, { externalId: 'x-2' }])
    await many(key, [{ externalId: 'x-1' }])
    const { rows } = await world.db.query(
      'select action, actor, environment, before, after from audit_entries where target = $1 and action like $2',
      [key.appId, 'customers.%'],
    )
    expect(rows).toEqual([
      {
        action: 'customers.ingested',
        actor: { kind: 'key', id: key.id, name: key.label },
        environment: 'sandbox',
        before: null,
        after: { created: 2, updated: 0 },
      },
    ])
  })

  test('a refused request leaves no customer', async () => {
    await post(await acme.key(), { externalId: 'half', name: 'Half', colour: 'red' })
    expect(await stored('half')).toEqual([])
  })
})
