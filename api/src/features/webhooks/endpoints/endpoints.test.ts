/** What is done with endpoints, by whom, and what it leaves behind. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EndpointChange, NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import type { WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { arrivedAt } from '../../../testing/rows.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'
import { wants } from '../engine/fan-out.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'developer', 'viewer'] })
})
afterAll(() => world.stop())

const url = 'http://127.0.0.1:9/hooks'
const api = async (holder?: Holder) => world.as(holder ?? (await acme.member())).webhooks
const made = async (more: Partial<NewEndpoint> = {}, holder?: Holder) => {
  const appId = more.appId ?? (await acme.app()).id
  const body = { url, eventTypes: ['keys.issued'], ...more, appId }
  return (await api(holder)).createEndpoint({ body })
}

const errorsOf = async (more: Partial<NewEndpoint>) => {
  const { errors } = await refusalOf(made(more))
  return errors?.map(({ pointer }) => pointer)
}

const delivered = (endpointId: string, type: string) =>
  arrivedAt(world.db, endpointId, { type, data: { label: 'Hidden label' } })

describe('who may not', () => {
  test('WH-1: a viewer makes none, and of another tenant or app there is none', async () => {
    const { id } = await made()
    const viewer = await api(await acme.member('viewer'))
    expect(await refusalOf(viewer.listEndpoints({ query: {} }))).toMatchObject({
      scope: 'webhooks:read',
    })
    const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
    for (const holder of [other, await acme.key()]) {
      const theirs = await api(holder)
      const params = { id }
      expect(await refusalOf(theirs.showEndpoint({ params, query: {} }))).toMatchObject({
        status: 404,
      })
      expect(await refusalOf(theirs.showSecret({ params }))).toMatchObject({ status: 404 })
      expect(await refusalOf(theirs.deleteEndpoint({ params }))).toMatchObject({ status: 404 })
    }
  })

  test('WH-1: nobody has delivered what they could not read, nor elsewhere what others can', async () => {
    const developer = await acme.member('developer')
    expect(await refusalOf(made({ eventTypes: ['customers.ingested'] }, developer))).toMatchObject({
      status: 403,
      scope: 'customers:read',
      errors: [
        {
          detail: 'takes the scope customers:read for customers.ingested',
          pointer: '#/eventTypes/0',
        },
      ],
    })
    const { id } = await made({ eventTypes: ['customers.ingested'] })
    const theirs = await api(developer)
    const change = (body: object) => theirs.updateEndpoint({ params: { id }, body })
    expect(await refusalOf(change({ url: 'http://127.0.0.1:9/mine' }))).toMatchObject({
      scope: 'customers:read',
    })
    // Which of it arrives, and as what, tells of it as well.
    for (const body of [
      { filter: [{ path: 'data.name', operator: 'starts-with', value: 'A' }] },
      { transformation: 'const transform = ({ data }) => ({ at: data.name })' },
      { headers: { 'X-Forward-To': 'me' } },
    ]) {
      expect(await refusalOf(change(body))).toMatchObject({
        scope: 'customers:read',
        errors: [{ pointer: `#/${Object.keys(body)[0]}` }],
      })
    }
    expect(await change({ filter: [], headers: {}, transformation: null })).toMatchObject({ id })
    const both = ['customers.ingested', 'keys.issued']
    expect(await change({ eventTypes: both, label: 'More' })).toMatchObject({ eventTypes: both })
  })

  test('WH-1: of all types one gets those that its maker could read', async () => {
    const app = await acme.app()
    const few = ['webhooks:write', 'webhooks:read', 'keys:read'] as const
    const key = await acme.key({ app, scopes: [...few, 'projects:read'] })
    const { id } = await made({ eventTypes: [], appId: app.id }, key)
    const { rows } = await world.db.query('select scopes from webhook_endpoints where id = $1', [
      id,
    ])
    // A project is of the tenant as a whole, of which no key hears.
    expect(rows).toEqual([{ scopes: few.toSorted() }])
    const blind = await acme.key({ app, scopes: ['webhooks:write'] })
    expect(await refusalOf(made({ eventTypes: [], appId: app.id }, blind))).toMatchObject({
      status: 403,
    })
  })

  test('XC-3: what other apps do, and the tenant as a whole, is delivered for members alone', async () => {
    const app = await acme.app()
    const key = await acme.key({ app })
    for (const [more, fault] of [
      [{ reach: 'environment', eventTypes: ['keys.issued'] }, 'must be `app`'],
      [{ eventTypes: ['projects.created'] }, 'for projects.created'],
    ] as const) {
      expect(await refusalOf(made({ ...more, appId: app.id } as never, key))).toMatchObject({
        status: 403,
        detail: expect.stringContaining('Only a signed-in member'),
        errors: [{ detail: expect.stringContaining(fault) }],
      })
    }
    const { id } = await made({ eventTypes: ['keys.issued', 'projects.created'], appId: app.id })
    const moved = (await api(key)).updateEndpoint({
      params: { id },
      body: { url: 'http://127.0.0.1:9/mine' },
    })
    expect(await refusalOf(moved)).toMatchObject({ status: 403, errors: [{ pointer: '#/url' }] })
  })

  test('XC-3: a key sees neither an endpoint for all apps nor what is delivered of the others', async () => {
    const app = await acme.app()
    const theirs = await api(await acme.key({ app }))
    const wide = await made({ reach: 'environment', appId: app.id })
    const own = await made({ appId: app.id })
    const [ofOthers, ofTenant, ofApp] = await Promise.all([
      delivered(wide.id, 'keys.issued'),
      delivered(own.id, 'projects.created'),
      delivered(own.id, 'keys.issued'),
    ])
    const { data } = await theirs.listEndpoints({ query: {} })
    expect(data.map(({ id }) => id)).toEqual([own.id])
    const listed = await theirs.listDeliveries({ query: {} })
    expect(listed.data.map(({ id }) => id)).toEqual([ofApp])
    for (const id of [ofOthers, ofTenant]) {
      expect(await refusalOf(theirs.showDelivery({ params: { id: id! } }))).toMatchObject({
        status: 404,
      })
    }
    expect(await theirs.health({ query: {} })).toMatchObject({ endpoints: { active: 1 } })
    const narrowed = (await api()).updateEndpoint({
      params: { id: wide.id },
      body: { reach: 'app' },
    })
    expect(await refusalOf(narrowed)).toMatchObject({ status: 409 })
  })

  test('XC-3: of an endpoint for all apps no endpoint of an app hears, nor whoever is held to that app', async () => {
    const app = await acme.app()
    const wide = await made({ reach: 'environment', appId: app.id })
    const own = await made({ appId: app.id })
    const widened = await made({ appId: app.id })
    const change = { params: { id: widened.id }, body: { reach: 'environment' as const } }
    await (await api()).updateEndpoint(change)
    const { rows } = await world.db.query(
      `select type, app_id, data from events
       where tenant_id = $1 and ref ->> 'appId' = $2 and type like 'webhooks.%' order by id`,
      [acme.id, app.id],
    )
    const told = rows.map(({ type, app_id: appId, data }) => ({
      type,
      appId,
      environment: 'sandbox' as const,
      at: new Date(),
      data,
    }))
    expect(told.map(({ appId }) => appId)).toEqual([null, app.id, app.id, app.id])
    const endpoint = {
      app_id: app.id,
      environment: 'sandbox' as const,
      event_types: [],
      filter: [],
    }
    const heard = (reach: 'app' | 'environment') =>
      told
        .filter((event) => wants({ ...endpoint, reach, scopes: ['webhooks:read'] }, event))
        .map(({ data }) => data.id)
    expect(heard('app')).toEqual([own.id, widened.id])
    expect(heard('environment')).toEqual([wide.id, own.id, widened.id, widened.id])
    const theirs = world.as(await acme.key({ app }))
    const { data } = await theirs.audit.search({ query: { area: 'webhooks' } })
    expect(data.map(({ target }) => target)).toEqual([widened.id, own.id])
  })

  test('XC-3: whoever may not read a type sees what its payload is made of, and guesses nothing', async () => {
    const app = await acme.app()
    const scopes = ['webhooks:read', 'customers:read'] as const
    const theirs = await api(await acme.key({ app, scopes }))
    const { id: endpoint } = await made({ appId: app.id })
    const id = await delivered(endpoint, 'keys.issued')
    const { payload } = await theirs.showDelivery({ params: { id } })
    expect(payload).not.toContain('Hidden label')
    const query = { field: 'data.label', value: 'Hidden label' }
    expect((await theirs.listDeliveries({ query })).data).toEqual([])
    const found = await (await api()).listDeliveries({ query: { ...query, appId: app.id } })
    expect(found.data.map((one) => one.id)).toEqual([id])
  })
})

describe('what is refused', () => {
  test.each([
    ['https://10.0.0.1/', 'must be in the open network'],
    ['http://hooks.partner.com/', 'must begin with https://'],
    ['https://nobody.invalid/', 'must have a host of the open network'],
  ])('WH-7: %s', async (address, detail) => {
    expect(await refusalOf(made({ url: address }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/url', detail }],
    })
    const { id } = await made()
    const moved = (await api()).updateEndpoint({ params: { id }, body: { url: address } })
    expect(await refusalOf(moved)).toMatchObject({ errors: [{ pointer: '#/url', detail }] })
  })

  test.each([
    'Host',
    'content-type',
    'Content-Length',
    'transfer-encoding',
    'webhook-signature',
    'Webhook-Anything',
    'user-agent',
    'Proxy-Authorization',
  ])('WH-8: the header %s, which is ours to say', async (name) => {
    expect(await refusalOf(made({ headers: { [name]: 'x' } }))).toMatchObject({
      status: 422,
      errors: [{ pointer: `#/headers/${name}`, detail: 'is a header that is set by Sonaqor' }],
    })
  })

  test('WH-8: a header that would break out of its line', async () => {
    expect(await refusalOf(made({ headers: { 'x-a': 'b\r\nhost: c' } }))).toMatchObject({
      status: 422,
    })
  })

  test('WH-8: the same header twice, more than ten, and code that does not even begin', async () => {
    expect(await errorsOf({ headers: { 'x-a': '1', 'X-A': '2' } })).toEqual(['#/headers/X-A'])
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`x-${n}`, 'x']))
    expect(await errorsOf({ headers: many })).toEqual(['#/headers'])
    expect(await errorsOf({ transformation: 'function transform(' })).toEqual(['#/transformation'])
    expect(await errorsOf({ eventTypes: ['keys.invented'] })).toEqual(['#/eventTypes/0'])
    expect(await errorsOf({ eventTypes: ['notifications.marked'] })).toEqual(['#/eventTypes/0'])
  })

  test('WH-1: a change that changes nothing leaves it as it is', async () => {
    const { id, label, revision } = await made()
    const { updateEndpoint } = await api()
    for (const body of [{}, { label }]) {
      expect(await updateEndpoint({ params: { id }, body })).toMatchObject({ revision })
    }
    const changed = await updateEndpoint({ params: { id }, body: { label: 'Till' } })
    expect(changed).toMatchObject({ label: 'Till', revision: revision + 1 })
  })

  test('WH-1: a change of what somebody else has changed meanwhile', async () => {
    const { id } = await made()
    const endpoints = await api()
    await endpoints.pauseEndpoint({ params: { id } })
    const answer = await world.ask(`/v1/webhooks/endpoints/${id}`, {
      method: 'PATCH',
      as: await acme.member(),
      json: { label: 'Late' },
      headers: { 'if-match': '"1"' },
    })
    expect(answer.status).toBe(412)
  })

  test('WH-1: an app has fifty, and room again once one is deleted', async () => {
    const app = await acme.app()
    const first = await made({ appId: app.id })
    await world.db.query(
      `insert into webhook_endpoints
       select (e).* from (
         select jsonb_populate_record(w, jsonb_build_object('id', uuidv7())) as e
         from webhook_endpoints w, generate_series(1, 48) where id = $1
       ) copied`,
      [first.id],
    )
    await made({ appId: app.id })
    expect(await refusalOf(made({ appId: app.id }))).toMatchObject({ status: 409 })
    await (await api()).deleteEndpoint({ params: { id: first.id } })
    await made({ appId: app.id })
  })
})

describe('what happens', () => {
  test('WH-1: a key makes one of its own app, and sees it in its list with how it does', async () => {
    const app = await acme.app('production')
    const key = await acme.key({ app })
    const mine = await api(key)
    const { secret, ...endpoint } = await mine.createEndpoint({ body: { url, label: 'Orders' } })
    expect(secret).toMatch(/^whsec_/)
    expect(endpoint).toMatchObject({
      appId: app.id,
      environment: 'production',
      url,
      label: 'Orders',
      eventTypes: [],
      reach: 'app',
      state: 'active',
      because: null,
      signing: 'hmac',
      publicKey: null,
      jwksPath: null,
      headerNames: [],
      revision: 1,
      health: { attempts: 0, success: null, backlog: 0 },
    })
    const { data } = await mine.listEndpoints({ query: {} })
    expect(data).toMatchObject([{ id: endpoint.id, health: { attempts: 0 } }])
  })

  test('WH-1: endpoints are found by their address or label, page by page', async () => {
    const { id: appId } = await acme.app()
    const [labelled, , addressed] = [
      await made({ appId, label: 'Größe 100%' }),
      await made({ appId, label: 'Groceries' }),
      await made({ appId, url: 'http://127.0.0.1:9/GRÖSSE-IN/orders' }),
    ]
    const endpoints = await api()
    const found = async (q: string, limit = 50) => {
      const query = { appId, q, limit }
      const first = await endpoints.listEndpoints({ query })
      const { next } = first.page
      if (next === null) return first.data.map(({ id }) => id)
      const rest = await endpoints.listEndpoints({ query: { ...query, cursor: next } })
      return [...first.data, ...rest.data].map(({ id }) => id)
    }
    expect(await found('ORDERS')).toEqual([addressed.id])
    expect(await found('GRÖßE')).toEqual([labelled.id])
    expect(await found('0%')).toEqual([labelled.id])
    expect(await found('127.0.0.1', 2)).toHaveLength(3)
    expect(await found('nothing')).toEqual([])
    const { page } = await endpoints.listEndpoints({ query: { appId, q: '127', limit: 1 } })
    const other = { appId, q: '128', cursor: page.next! }
    expect(await refusalOf(endpoints.listEndpoints({ query: other }))).toMatchObject({
      status: 400,
    })
  })

  test('WH-8: headers are set, changed one by one, and never shown again', async () => {
    const { id, headerNames } = await made({ headers: { Authorization: 'Bearer first' } })
    expect(headerNames).toEqual(['Authorization'])
    const endpoints = await api()
    const change = (headers: Record<string, string | null>) =>
      endpoints.updateEndpoint({ params: { id }, body: { headers } })
    expect(await change({ 'x-tenant': 'acme' })).toMatchObject({
      headerNames: ['Authorization', 'x-tenant'],
    })
    expect(await change({ authorization: null })).toMatchObject({ headerNames: ['x-tenant'] })
    const { rows } = await world.db.query('select * from webhook_endpoints where id = $1', [id])
    expect(rows[0]?.headers).toBeInstanceOf(Buffer)
    expect(rows[0]?.headers.toString('latin1')).not.toContain('acme')
  })

  test('WH-8: what a header says goes to no other origin than it was given for', async () => {
    const { id } = await made({ headers: { 'X-Api-Token': 'sealed', 'x-tenant': 'acme' } })
    const endpoints = await api()
    const change = (body: EndpointChange) => endpoints.updateEndpoint({ params: { id }, body })
    for (const origin of ['http://127.0.0.1:8', 'https://127.0.0.1:9', 'http://127.0.0.2:9']) {
      expect(
        await refusalOf(change({ url: `${origin}/hooks`, headers: { 'X-TENANT': 'other' } })),
      ).toMatchObject({
        status: 422,
        detail: expect.stringMatching(/127\.0\.0\.1:9, .*: X-Api-Token\. Send their values again/),
        errors: [{ pointer: '#/headers/X-Api-Token' }],
      })
    }
    expect(await change({ url: `${url}/deeper` })).toMatchObject({
      headerNames: ['X-Api-Token', 'x-tenant'],
    })
    expect(
      await change({
        url: 'http://127.0.0.1:8/',
        headers: { 'x-api-token': 'anew', 'x-tenant': null },
      }),
    ).toMatchObject({ headerNames: ['x-api-token'] })
  })

  test('WH-1: it is paused, goes on, and says since when and why', async () => {
    const { id } = await made()
    const endpoints = await api()
    const params = { id }
    expect(await endpoints.pauseEndpoint({ params })).toMatchObject({
      state: 'paused',
      because: 'paused',
      revision: 2,
    })
    expect(await endpoints.pauseEndpoint({ params })).toMatchObject({ revision: 2 })
    expect(await endpoints.listEndpoints({ query: { state: 'paused', limit: 200 } })).toMatchObject(
      { data: expect.arrayContaining([expect.objectContaining({ id })]) },
    )
    expect(await endpoints.resumeEndpoint({ params })).toMatchObject({
      state: 'active',
      because: null,
      failingSince: null,
      revision: 3,
    })
    const wakes = 'select is_afresh from webhook_wakes where endpoint_id = $1'
    expect((await world.db.query(wakes, [id])).rows).toContainEqual({ is_afresh: true })
  })

  test('WH-1: once it is deleted nothing is sent or signed any more, and nobody finds it', async () => {
    const { id } = await made()
    const endpoints = await api()
    expect(await endpoints.deleteEndpoint({ params: { id } })).toEqual({
      endpointId: id,
      deletedAt: expect.any(String),
      revision: 2,
    })
    const secrets = 'select from webhook_secrets where endpoint_id = $1'
    expect((await world.db.query(secrets, [id])).rows).toEqual([])
    expect(await refusalOf(endpoints.resumeEndpoint({ params: { id } }))).toMatchObject({
      status: 404,
    })
  })

  test('WH-1: with its app it is gone, and comes back with it', async () => {
    const app = await acme.app()
    const { id } = await made({ appId: app.id })
    const { apps, webhooks } = world.as(await acme.member())
    await apps.delete({ params: { id: app.id } })
    const show = () => webhooks.showEndpoint({ params: { id }, query: {} })
    expect(await refusalOf(show())).toMatchObject({ status: 404 })
    await apps.restore({ params: { id: app.id } })
    expect(await show()).toMatchObject({ id, state: 'active' })
  })
})

test('XC-4: each act leaves an event and an entry, and none of them a secret or a header', async () => {
  const { id, appId } = await made({ headers: { 'x-token': 'hidden-value' } })
  const endpoints = await api()
  const params = { id }
  await endpoints.updateEndpoint({ params, body: { label: 'Renamed' } })
  await endpoints.pauseEndpoint({ params })
  await endpoints.resumeEndpoint({ params })
  const { secret } = await endpoints.showSecret({ params })
  await endpoints.rotateSecret({ params, body: { overlap: '1h' } })
  await endpoints.endOldSecret({ params })
  await endpoints.deleteEndpoint({ params })
  const events = await world.db.query<{ type: string }>(
    `select type, ref, data from events
     where tenant_id = $1 and app_id = $2 and type like 'webhooks.%' order by id`,
    [acme.id, appId],
  )
  expect(events.rows.map(({ type }) => type)).toEqual([
    'webhooks.created',
    'webhooks.updated',
    'webhooks.paused',
    'webhooks.resumed',
    'webhooks.secret-rotated',
    'webhooks.old-secret-ended',
    'webhooks.deleted',
  ])
  const { data } = await world.as(await acme.member()).audit.search({ query: { target: id } })
  expect(data.map(({ action }) => action).toReversed()).toEqual([
    'webhooks.created',
    'webhooks.updated',
    'webhooks.paused',
    'webhooks.resumed',
    'webhooks.secret-shown',
    'webhooks.secret-rotated',
    'webhooks.old-secret-ended',
    'webhooks.deleted',
  ])
  const told = JSON.stringify([events.rows, data])
  for (const hidden of [secret, 'hidden-value']) expect(told).not.toContain(hidden)
})
