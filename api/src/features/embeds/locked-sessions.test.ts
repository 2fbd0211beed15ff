/** EM-11: what a session with locked filters sees, and that nobody in the page learns of them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { scopesOf } from '@sonaqor/contract/access'
import type { EmbedToken, LockedFilters } from '@sonaqor/contract/embeds'
import type { LogDetail } from '@sonaqor/contract/logs'
import { anonymous, requireAccess, type EmbedPrincipal } from '../../core/access/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import { createHearing } from '../../core/live/audience.ts'
import type { Scope } from '../../core/scope/index.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { listenAt } from '../../testing/listener.ts'
import { codeOf, createPartner, portal, refusalOf, type Partner } from '../../testing/partner.ts'
import { everyEndpoint } from '../../testing/every-endpoint.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'
import { embedAuthenticator } from './embed-token.ts'

let world: World
let partner: Partner
let sender: Holder
let foundation: OpenFoundation

const scopes = ['keys:read', 'logs:read', 'customers:read', 'apps:read']
const filters: LockedFilters = { externalIds: ['c-1', 'c-2'], regions: ['North'], masked: true }

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world)
  foundation = await openFoundationOf(world)
  sender = await partner.tenant.key({ app: partner.app })
  const { customers, transactions } = world.as(sender)
  await customers.ingest({
    body: {
      items: [
        { externalId: 'c-1', name: 'Ada Marsh', region: 'North' },
        { externalId: 'c-2', name: 'Bo Lind', region: 'South' },
        { externalId: 'c-3', name: 'Cy Rowe', region: 'North' },
        { externalId: 'c-4', name: 'Di Holm' },
      ],
    },
  })
  const bought = { occurredAt: '2026-11-01T10:00:00Z', amount: '12.50', currency: 'EUR' }
  await transactions.ingest({
    body: {
      items: [
        { ...bought, externalId: 't-1', customer: 'c-1' },
        { ...bought, externalId: 't-2', customer: 'c-2' },
        { ...bought, externalId: 't-3', customer: 'c-3', region: 'South' },
        { ...bought, externalId: 't-north', region: 'North' },
        { ...bought, externalId: 't-nowhere' },
      ],
    },
  })
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

/** Does the work as a page of a session with these filters would, past all endpoints. */
async function within<T>(
  locked: object | undefined,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const principal = await principalOf(locked)
  return foundation.scopes.run(principal, work)
}

async function principalOf(locked: object | undefined): Promise<EmbedPrincipal> {
  const token = await partner.enter({ filters: locked, scopes })
  const { authenticate } = embedAuthenticator(portal)
  const found = await foundation.scopes.run(anonymous, (scope) => authenticate(scope, token.token))
  return found as EmbedPrincipal
}

const idsIn = (table: string) => async (scope: Scope) => {
  const rows = await scope
    .db<{ tenant_id: string; external_id: string }>(table)
    .where({ tenant_id: scope.tenantId })
    .orderBy('external_id')
  return rows.map(({ external_id }) => external_id)
}
const customersIn = idsIn('customers')
const transactionsIn = idsIn('transactions')

describe('EM-11: the database shows a locked session', () => {
  test.each([
    ['nothing less without a lock', undefined, ['c-1', 'c-2', 'c-3', 'c-4']],
    [
      'all where personal fields alone are held back',
      { masked: true },
      ['c-1', 'c-2', 'c-3', 'c-4'],
    ],
    ['the customers it names', { externalIds: ['c-1', 'c-4', 'x'] }, ['c-1', 'c-4']],
    ['those of its regions', { regions: ['North'] }, ['c-1', 'c-3']],
    ['what all of its filters have in common', filters, ['c-1']],
    ['nobody, where it names nobody we know', { externalIds: ['x'] }, []],
  ])('%s', async (_, locked, expected) => {
    expect(await within(locked, customersIn)).toEqual(expected)
  })

  test.each([
    ['all of them without a lock', undefined, ['t-1', 't-2', 't-3', 't-north', 't-nowhere']],
    ['those of the customers it names, and no anonymous one', { externalIds: ['c-2'] }, ['t-2']],
    [
      'those of the customers of its regions, wherever they bought, and anonymous ones there',
      { regions: ['North'] },
      ['t-1', 't-3', 't-north'],
    ],
    ['what all of its filters have in common', filters, ['t-1']],
  ])('of transactions %s', async (_, locked, expected) => {
    expect(await within(locked, transactionsIn)).toEqual(expected)
  })

  test('the same in a transaction beside its own, in a cursor, and behind a narrowing', async () => {
    const locked = { externalIds: ['c-3'] }
    expect(await within(locked, (scope) => scope.keep((_, kept) => customersIn(kept)))).toEqual([
      'c-3',
    ])
    const read = await within(locked, async (scope) => {
      const found: string[] = []
      const rows = scope.read<{ external_id: string }>('select external_id from customers')
      for await (const { external_id: id } of rows) found.push(id)
      return found
    })
    expect(read).toEqual(['c-3'])
  })

  test('and writes nothing into what it does not see', async () => {
    const changed = await within({ externalIds: ['c-3'] }, (scope) =>
      scope.db('customers').where({ tenant_id: scope.tenantId }).update({ region: 'South' }),
    )
    expect(changed).toBe(1)
    await world.as(sender).customers.ingest({ body: { externalId: 'c-3', region: 'North' } })
  })

  test('whoever comes next on the same connection is locked to nothing', async () => {
    await within({ externalIds: ['x'] }, customersIn)
    const runs = Array.from({ length: 12 }, (_, i) =>
      within(i % 2 === 0 ? { externalIds: ['c-1'] } : undefined, customersIn),
    )
    const counts = (await Promise.all(runs)).map(({ length }) => length)
    expect(counts).toEqual(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 1 : 4)))
  })
})

describe('EM-11: an endpoint is closed to a locked session', () => {
  const locked = { kind: 'embed', lock: filters, scopes: new Set(scopesOf('owner')) } as never
  const customerData = { access: 'customers:read', embeddable: true } as const

  test('unless it says how it keeps to the lock', () => {
    const forbidden = expect.objectContaining({ code: 'forbidden' })
    expect(() => requireAccess(locked, customerData)).toThrow(forbidden)
    expect(() => requireAccess(locked, { ...customerData, locked: 'narrowed' })).toThrow(forbidden)
    expect(() => requireAccess(locked, { ...customerData, locked: 'masked' })).not.toThrow()
    const narrowed = { kind: 'embed', lock: { regions: ['N'] }, scopes: new Set(scopes) } as never
    expect(() => requireAccess(narrowed, { ...customerData, locked: 'narrowed' })).not.toThrow()
    expect(() => requireAccess(narrowed, customerData)).toThrow(forbidden)
  })

  test.each(everyEndpoint.filter(({ endpoint: { options } }) => options.embeddable))(
    'and none that reads customers says that it does not: $name',
    ({ endpoint: { options } }) => {
      const { access, reveals } = options
      if (options.locked !== 'no-customer-data') return
      expect([access, reveals]).not.toContain('customers:read')
      expect([access, reveals]).not.toContain('transactions:read')
    },
  )
})

const ask = (path: string, as: Holder) => world.ask(path, { as, headers: { origin: portal } })

describe('EM-11: over HTTP', () => {
  test('bodies of logged requests show their structure alone, also to who may see customers', async () => {
    const { data } = await world
      .as(await partner.tenant.member())
      .logs.search({ query: { appId: partner.app.id, path: '/v1/customers' } })
    const path = `/v1/logs/${data.at(-1)!.id}`
    const open = (await (await ask(path, await partner.enter({ scopes }))).json()) as LogDetail
    expect(open.request.body?.text).toContain('"c-3"')
    const locked = await ask(path, await partner.enter({ scopes, filters }))
    const text = await locked.text()
    expect(locked.status).toBe(200)
    expect(text).toContain('externalId')
    expect((JSON.parse(text) as LogDetail).request.body).toMatchObject({
      bytes: 0,
      isHeldBack: true,
    })
    for (const word of [String.raw`c-1\"`, String.raw`c-3\"`, 'North'])
      expect(text).not.toContain(word)
  })

  test('keys, apps and the list of logs go on, for no customer is in them', async () => {
    const page = await partner.enter({ scopes, filters })
    for (const path of ['/v1/keys', '/v1/apps', '/v1/logs', '/v1/registry']) {
      expect([path, (await ask(path, page)).status]).toEqual([path, 200])
    }
  })

  test('no key is issued, which would see without the lock what the session does not', async () => {
    const { lock, ...principal } = await principalOf({ regions: ['Nowhere'] })
    const { options } = everyEndpoint.find(({ name }) => name === 'keys.issue')!.endpoint
    const issuing = { ...principal, scopes: new Set(['keys:write' as const]) }
    expect(() => requireAccess({ ...issuing, lock }, options)).toThrow('not open to the embed')
    expect(() => requireAccess({ ...issuing, lock: null }, options)).not.toThrow()
  })

  test('it can only read: what it did would outlast it, and know nothing of its lock', async () => {
    const wished = { scopes: ['keys:read', 'keys:write'], filters }
    expect((await partner.enter({ scopes: wished.scopes })).scopes).toEqual(wished.scopes)
    expect((await partner.enter(wished)).scopes).toEqual(['keys:read'])
    expect(await refusalOf(partner.open({ scopes: ['keys:write'], filters }))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/filters' }],
    })
  })

  // It answers by what it is sent alone, and nothing of it lasts.
  const keepsNothing = 'logs.tryRedaction'
  test.each(
    everyEndpoint.filter(
      ({ name, endpoint: { options, method } }) =>
        options.embeddable && method !== 'GET' && name !== keepsNothing,
    ),
  )('and whatever an endpoint says of itself, it is closed: $name', ({ endpoint: { options } }) => {
    if (options.access === 'public' || options.access === 'embed') return
    const locked = { kind: 'embed', lock: filters, scopes: new Set(scopesOf('owner')) } as never
    const asked = () => requireAccess(locked, { ...options, locked: 'masked' })
    expect(asked).toThrow('not open to the embed')
    expect(options.locked).toBeUndefined()
  })

  test('the page is told of no filter: not by its token, nor by any answer to it', async () => {
    // Words that stand in no id, which is a handful of letters by chance.
    const told = { externalIds: ['customer-of-theirs'], regions: ['Northmost'], masked: true }
    const { clientSecret } = await partner.open({ scopes, filters: told })
    const reply = await (await partner.exchange(clientSecret)).text()
    const { token } = JSON.parse(reply) as EmbedToken
    const claims = Buffer.from(token.split('.')[1]!, 'base64url').toString()
    for (const text of [reply, claims]) {
      for (const word of ['customer-of-theirs', 'Northmost', 'filters', 'masked', 'lock']) {
        expect(text).not.toContain(word)
      }
    }
    const asPage = { token }
    for (const path of ['/v1/embed-sessions', '/v1/audit', '/v1/jobs']) {
      expect(await codeOf(await ask(path, asPage))).toEqual([403, 'forbidden'])
    }
  })

  test.each([
    ['no filter at all', {}],
    ['one that is off', { masked: false }],
    ['an empty list', { externalIds: [] }],
    ['one that nobody knows', { segment: 'vip' }],
    ['too many', { externalIds: Array.from({ length: 101 }, (_, i) => `c-${i}`) }],
  ])('a session is not opened with %s', async (_, wrong) => {
    expect(await refusalOf(partner.open({ filters: wrong }))).toMatchObject({ code: 'invalid' })
  })
})

describe('EM-11: live', () => {
  test('a locked page hears of keys, and not of anybody’s customers', async () => {
    const url = world.servers[0]!.url
    const open = await listenAt(url, await partner.enter({ scopes }), { origin: portal })
    const locked = await listenAt(url, await partner.enter({ scopes, filters }), { origin: portal })
    await world.as(sender).customers.ingest({ body: { externalId: 'c-9', name: 'New' } })
    await partner.tenant.key({ app: partner.app })
    const hasHeard = (type: string) => (listener: typeof open) => () =>
      listener.events.some((event) => event.type === type)
    await open.until(hasHeard('keys.issued')(open))
    await locked.until(hasHeard('keys.issued')(locked))
    const heard = new Set(locked.events.map(({ type }) => type.split('.')[0]))
    expect([...heard]).toEqual(['keys'])
    open.close()
    locked.close()
  })

  test('a session of another lock listens in another room', async () => {
    const hearing = createHearing([])
    const rooms = await Promise.all(
      [undefined, { regions: ['North'] }, { regions: ['South'] }].map(async (locked) => {
        return hearing.audienceOf(await principalOf(locked)).key
      }),
    )
    expect(new Set(rooms).size).toBe(3)
  })
})
