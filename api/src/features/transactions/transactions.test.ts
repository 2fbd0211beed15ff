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

const basic = { occurredAt: '2026-11-01T10:00:00Z', amount: '12.50', currency: 'EUR' }
const post = (key: Holder, json: object) => world.ask('/v1/transactions', { as: key, json })
const one = async (key: Holder, row: object) =>
  (await (await post(key, { ...basic, ...row })).json()) as IngestedRow
const many = async (key: Holder, items: unknown[]) =>
  (await (await post(key, { items })).json()) as IngestedBatch

const stored = async (externalId: string) =>
  (
    await world.db.query(
      `select t.*, amount::text, balance_before::text, c.external_id as customer
       from transactions t left join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
       where t.external_id = $1 order by t.id`,
      [externalId],
    )
  ).rows

describe('who may not', () => {
  test('a key without the scope hears which one is missing', async () => {
    const key = await acme.key({ scopes: ['customers:ingest'] })
    expect(await one(key, { externalId: 'x' })).toMatchObject({
      status: 403,
      scope: 'transactions:ingest',
    })
    expect(await stored('x')).toEqual([])
  })

  test('XC-3 customers of the other environment are not taken for this one’s', async () => {
    const sandbox = await acme.key({ environment: 'sandbox' })
    const production = await acme.key({ environment: 'production' })
    for (const key of [sandbox, production]) {
      await one(key, { externalId: 'walled', customer: 'both' })
    }
    const rows = await stored('walled')
    expect(rows.map(({ environment }) => environment)).toEqual(['sandbox', 'production'])
    expect(rows[0].customer_id).not.toBe(rows[1].customer_id)
  })
})

describe('what is refused', () => {
  test.each([
    [{ amount: 12.5 }, '#/amount'],
    [{ amount: '1e3' }, '#/amount'],
    [{ amount: '0.1234567' }, '#/amount'],
    [{ amount: '1234567890123456' }, '#/amount'],
    [{ amount: '1.50', currency: 'JPY' }, '#/amount'],
    [{ currency: 'eur' }, '#/currency'],
    [{ occurredAt: '2026-11-01' }, '#/occurredAt'],
    [{ occurredAt: '9999-12-31T23:59:59-01:00' }, '#/occurredAt'],
    [{ occurredAt: '9999-12-31T00:00:00Z' }, '#/occurredAt'],
    [{ occurredAt: new Date(Date.now() + 25 * 3_600_000).toISOString() }, '#/occurredAt'],
    [{ occurredAt: '1969-12-31T23:59:59Z' }, '#/occurredAt'],
    [{ currency: 'ZZZ' }, '#/currency'],
    [{ country: 'ZZ' }, '#/country'],
    [{ mcc: '12' }, '#/mcc'],
    [{ ip: 'localhost' }, '#/ip'],
    [{ lines: [{ unitPrice: '-1' }] }, '#/lines/0/unitPrice'],
    [{ instrument: { kind: 'card', number: '4111111111111111' } }, '#/instrument/number'],
  ])('%j, with a pointer to the field', async (wrong, pointer) => {
    const response = await post(await acme.key(), { externalId: 'bad', ...basic, ...wrong })
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toContain(pointer)
    expect(await stored('bad')).toEqual([])
  })

  test('a transaction that says something else than before, and it stays as it was', async () => {
    const key = await acme.key()
    await one(key, { externalId: 'fixed' })
    const response = await post(key, { externalId: 'fixed', ...basic, amount: '99' })
    expect(response.status).toBe(409)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['#/externalId'])
    expect(await stored('fixed')).toMatchObject([{ amount: '12.50' }])
  })

  test('a bad row and a contradiction in a batch, by pointers, and no other row', async () => {
    const key = await acme.key()
    await one(key, { externalId: 'old' })
    const reply = await many(key, [
      { externalId: 'new', ...basic },
      { externalId: 'old', ...basic, amount: '1' },
      { externalId: 'odd', ...basic, amount: 'much' },
      { externalId: 'old', ...basic },
      { externalId: 'new', ...basic, currency: 'CHF' },
    ])
    expect(reply.counts).toEqual({ created: 1, updated: 0, unchanged: 1, refused: 3 })
    expect(reply.items).toMatchObject([
      { status: 'created' },
      { status: 'refused', index: 1, errors: [{ pointer: '#/items/1/externalId' }] },
      { status: 'refused', index: 2, errors: [{ pointer: '#/items/2/amount' }] },
      { status: 'unchanged' },
      { status: 'refused', index: 4, externalId: 'new' },
    ])
  })
})

describe('what happens', () => {
  test('everything that is sent is stored, and no digit of it is lost', async () => {
    const key = await acme.key()
    const row = {
      externalId: 'full',
      customer: 'payer',
      occurredAt: '2026-11-01T10:00:00.123456+02:00',
      kind: 'transfer',
      direction: 'in',
      amount: '123456789012345.678900',
      currency: 'CHF',
      description: 'Rent',
      channel: 'online',
      mcc: '5411',
      region: 'Bern',
      country: 'CH',
      counterparty: { externalId: 'x', name: 'Landlord', account: 'CH93', country: 'CH' },
      account: { id: 'a-1', balanceBefore: '0.000001', balanceAfter: '-5' },
      instrument: { kind: 'card', token: 'tok', lastFour: '1111' },
      device: { id: 'd-1', kind: 'phone' },
      ip: '2001:db8::1',
      refundOf: 'earlier',
      lines: [{ sku: 's', quantity: '3', unitPrice: '0.001' }],
      attributes: { note: 'x' },
    }
    expect(await one(key, row)).toMatchObject({ status: 'created', externalId: 'full' })
    const [found] = await stored('full')
    expect(found).toMatchObject({
      customer: 'payer',
      app_id: key.appId,
      kind: 'transfer',
      direction: 'in',
      amount: '123456789012345.678900',
      balance_before: '0.000001',
      counterparty_account: 'CH93',
      instrument_last_four: '1111',
      device_id: 'd-1',
      ip: '2001:db8::1',
      refund_of: 'earlier',
      lines: [{ sku: 's', quantity: '3', unitPrice: '0.001' }],
    })
    expect(found.occurred_at.toISOString()).toBe('2026-11-01T08:00:00.123Z')
  })

  test('the same again changes nothing, in whatever words', async () => {
    const key = await acme.key()
    const first = await one(key, { externalId: 'same', account: { id: 'a', balanceAfter: '1.10' } })
    const again = {
      currency: 'EUR',
      account: { balanceAfter: '1.1', id: 'a' },
      occurredAt: '2026-11-01T12:00:00.000+02:00',
      externalId: 'same',
      direction: 'out',
      amount: '12.5',
    }
    expect(await one(key, again)).toEqual({ ...first, status: 'unchanged' })
    expect(await stored('same')).toHaveLength(1)
  })

  test('an unknown customer is created, a known one found, and nobody is nobody', async () => {
    const key = await acme.key()
    const known = (await world.as(key).customers.ingest({
      body: { externalId: 'known', name: 'Known' },
    })) as IngestedRow
    await many(key, [
      { externalId: 'p-1', customer: 'known', ...basic },
      { externalId: 'p-2', customer: 'new here', ...basic },
      { externalId: 'p-3', customer: 'new here', ...basic },
      { externalId: 'p-4', customer: null, ...basic },
      { externalId: 'p-5', ...basic },
    ])
    expect(await stored('p-1')).toMatchObject([{ customer_id: known.id }])
    expect(await stored('p-2')).toMatchObject([{ customer: 'new here' }])
    expect((await stored('p-3'))[0].customer_id).toBe((await stored('p-2'))[0].customer_id)
    for (const id of ['p-4', 'p-5']) {
      expect(await stored(id)).toMatchObject([{ customer_id: null }])
    }
    const { rows } = await world.db.query(`select name from customers where external_id = 'known'`)
    expect(rows).toContainEqual({ name: 'Known' })
  })

  test('a thousand rows at once, sent by three callers, are each stored once', async () => {
    const key = await acme.key()
    const items = Array.from({ length: 1000 }, (_, i) => ({
      externalId: `mass-${i}`,
      customer: `buyer-${i % 50}`,
      ...basic,
    }))
    const replies = await Promise.all([
      many(key, items),
      many(key, items.toReversed()),
      many(key, items),
    ])
    expect(replies.reduce((sum, { counts }) => sum + counts.created, 0)).toBe(1000)
    expect(replies.reduce((sum, { counts }) => sum + counts.unchanged, 0)).toBe(2000)
    expect(replies.flatMap(({ items: rows }) => rows)).toHaveLength(3000)
  })

  test('a retry with its idempotency key gets the first answer again', async () => {
    const key = await acme.key()
    const send = () =>
      world.ask('/v1/transactions', {
        as: key,
        json: { externalId: 'retried', ...basic },
        headers: { 'idempotency-key': 'retry-1' },
      })
    const [first, again] = [await (await send()).json(), await (await send()).json()]
    expect(first).toMatchObject({ status: 'created' })
    expect(again).toEqual(first)
  })
})

describe('what it leaves behind', () => {
  test('one event for a request that stored something, and none for a repetition', async () => {
    const key = await acme.key()
    const items = [
      { externalId: 'told-1', customer: 'told', ...basic },
      { externalId: 'told-2', ...basic },
    ]
    await many(key, items)
    await many(key, items)
    const { rows } = await world.db.query(
      'select type, data from events where app_id = $1 and type like $2 order by id',
      [key.appId, '%.ingested'],
    )
    expect(rows).toEqual([
      { type: 'customers.ingested', data: { appId: key.appId, created: 1, updated: 0 } },
      { type: 'transactions.ingested', data: { appId: key.appId, created: 2 } },
    ])
  })

  test('no login of the app can change what was sent', async () => {
    const { rows } = await world.db.query(
      `select privilege_type as may from information_schema.role_table_grants
       where grantee = 'sonaqor_app' and table_name = 'transactions' order by 1`,
    )
    expect(rows).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }])
  })
})
