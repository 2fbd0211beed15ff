import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { WorldTenant } from '../../testing/builders.ts'
import { refusalOf } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant
let count = 0

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

const as = async () => world.as(await acme.member()).apps

/** The two sides of one app, which differ in all that can be promoted. */
async function pair(): Promise<{ sandbox: App; production: App }> {
  const api = world.as(await acme.member())
  const { id: projectId } = await api.projects.create({ body: { name: `Pair ${(count += 1)}` } })
  const app = (environment: App['environment'], name: string, origins: string[]) =>
    api.apps.create({ body: { projectId, environment, name, origins } })
  const sandbox = await app('sandbox', 'Shop, tried out', [
    'https://try.example',
    'https://b.example',
  ])
  const production = await app('production', 'Shop', ['https://b.example'])
  const body = { ipAllowlist: ['203.0.113.0/24', '127.0.0.1'] }
  const { warnings: _, ...restricted } = await api.apps.update({ params: { id: sandbox.id }, body })
  return { sandbox: restricted, production }
}

describe('who may not', () => {
  test('PA-5: a viewer promotes nothing, and a key neither compares nor promotes', async () => {
    const { sandbox, production } = await pair()
    const path = `/v1/apps/${production.id}/promote`
    const json = { from: sandbox.id, fields: ['origins'] }
    for (const holder of [await acme.member('viewer'), await acme.key({ app: production })]) {
      expect((await world.ask(path, { as: holder, json })).status).toBe(403)
    }
    const key = world.as(await acme.key({ app: sandbox })).apps
    expect(
      await refusalOf(key.compare({ query: { a: sandbox.id, b: production.id } })),
    ).toMatchObject({ status: 403 })
    expect((await (await as()).show({ params: { id: production.id } })).revision).toBe(1)
  })

  test('PA-5: what belongs to another tenant is compared with nothing', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    const theirs = await other.app('production')
    const { sandbox, production } = await pair()
    const apps = await as()
    expect(await refusalOf(apps.compare({ query: { a: sandbox.id, b: theirs.id } }))).toMatchObject(
      { code: 'not-found' },
    )
    const body = { from: theirs.id, fields: ['origins' as const] }
    expect(await refusalOf(apps.promote({ params: { id: production.id }, body }))).toMatchObject({
      errors: [{ pointer: '#/from' }],
    })
  })
})

describe('what is refused', () => {
  test('PA-5: two apps that are no two sides of one', async () => {
    const { sandbox, production } = await pair()
    const apps = await as()
    const elsewhere = await acme.app('production')
    for (const b of [elsewhere.id, sandbox.id]) {
      expect(await refusalOf(apps.compare({ query: { a: sandbox.id, b } }))).toMatchObject({
        errors: [{ pointer: '?b' }],
      })
      const body = { from: b, fields: ['origins' as const] }
      const target = b === sandbox.id ? sandbox : { id: sandbox.id }
      expect(await refusalOf(apps.promote({ params: { id: target.id }, body }))).toMatchObject({
        errors: [{ pointer: '#/from' }],
      })
    }
    expect(production.revision).toBe(1)
  })

  test('PA-5: a promotion of what was not seen, on either side', async () => {
    const { sandbox, production } = await pair()
    const apps = await as()
    const promote = (revision: number, ifMatch: number) =>
      apps.promote({
        params: { id: production.id },
        body: { from: sandbox.id, fields: ['origins'], revision },
        ifMatch,
      })
    const { revision } = sandbox
    const late = { code: 'precondition-failed' }
    expect(await refusalOf(promote(revision - 1, 1))).toMatchObject(late)
    expect(await refusalOf(promote(revision, 7))).toMatchObject(late)
    expect(await promote(revision, 1)).toMatchObject({ origins: sandbox.origins, revision: 2 })
  })

  test.each([
    [{ name: '' }, '#/name'],
    [{ origins: ['https://shop.example/path'] }, '#/origins/0'],
    [{ environment: 'production' }, '#/environment'],
    [{ confirm: 'yes' }, '#/confirm'],
  ])('PA-2: the change %j, with a pointer', async (json, pointer) => {
    const app = await acme.app()
    const answer = await world.ask(`/v1/apps/${app.id}`, {
      method: 'PATCH',
      as: await acme.member(),
      json,
    })
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer }] }])
  })

  test('PA-2: the name of another app of that environment, and a revision that is past', async () => {
    const { sandbox, production } = await pair()
    const apps = await as()
    const twin = { projectId: sandbox.projectId, environment: 'sandbox' as const, name: 'Twin' }
    await apps.create({ body: twin })
    const rename = { params: { id: sandbox.id }, body: { name: 'TWIN' } }
    expect(await refusalOf(apps.update(rename))).toMatchObject({ errors: [{ pointer: '#/name' }] })
    const late = { params: { id: production.id }, body: { name: 'Late' }, ifMatch: 9 }
    expect(await refusalOf(apps.update(late))).toMatchObject({ code: 'precondition-failed' })
  })
})

describe('what happens', () => {
  test('XC-10: a key changes its own app, and no other', async () => {
    const { sandbox, production } = await pair()
    const key = world.as(await acme.key({ app: sandbox })).apps
    expect(
      await key.update({ params: { id: sandbox.id }, body: { name: 'By key' } }),
    ).toMatchObject({
      name: 'By key',
    })
    const beyond = key.update({ params: { id: production.id }, body: { name: 'By key' } })
    expect(await refusalOf(beyond)).toMatchObject({ code: 'not-found' })
  })

  test('PA-2: what is left out stays, and what changes nothing leaves nothing behind', async () => {
    const { sandbox } = await pair()
    const apps = await as()
    const same = { name: sandbox.name, origins: sandbox.origins.toReversed() }
    expect(await apps.update({ params: { id: sandbox.id }, body: same })).toEqual({
      ...sandbox,
      warnings: [],
    })
    const renamed = await apps.update({ params: { id: sandbox.id }, body: { name: 'Renamed' } })
    expect(renamed).toEqual({ ...sandbox, name: 'Renamed', revision: 3, warnings: [] })
  })

  test('PA-5: two environments are compared field by field, whatever the order of a list', async () => {
    const { sandbox, production } = await pair()
    const apps = await as()
    const query = { a: sandbox.id, b: production.id }
    expect(await apps.compare({ query })).toEqual({
      a: sandbox,
      b: production,
      differences: [
        { field: 'name', a: 'Shop, tried out', b: 'Shop' },
        { field: 'origins', a: sandbox.origins, b: production.origins },
        { field: 'ipAllowlist', a: ['203.0.113.0/24', '127.0.0.1/32'], b: [] },
      ],
    })
    const origins = sandbox.origins.toReversed()
    await apps.update({ params: { id: production.id }, body: { origins } })
    const { differences } = await apps.compare({ query })
    expect(differences.map(({ field }) => field)).toEqual(['name', 'ipAllowlist'])
  })

  test('PA-5: what is chosen of the difference is taken over, and nothing besides', async () => {
    const { sandbox, production } = await pair()
    const apps = await as()
    const promote = () =>
      apps.promote({
        params: { id: production.id },
        body: { from: sandbox.id, fields: ['origins', 'ipAllowlist'], revision: sandbox.revision },
        ifMatch: production.revision,
      })
    const { origins, ipAllowlist } = sandbox
    expect(await promote()).toEqual({
      ...production,
      origins,
      ipAllowlist,
      revision: 2,
      warnings: [],
    })
    const { differences } = await apps.compare({ query: { a: sandbox.id, b: production.id } })
    expect(differences.map(({ field }) => field)).toEqual(['name'])
    expect((await apps.show({ params: { id: sandbox.id } })).revision).toBe(sandbox.revision)
  })

  test('PA-5: a list that shuts out one’s own address is taken over once that is meant, and warned of', async () => {
    const { sandbox, production } = await pair()
    const apps = await as()
    const ipAllowlist = ['203.0.113.0/24']
    await apps.update({ params: { id: sandbox.id }, body: { ipAllowlist } })
    const promote = (more: { confirm?: boolean }) =>
      apps.promote({
        params: { id: production.id },
        body: { from: sandbox.id, fields: ['origins', 'ipAllowlist'], ...more },
        ifMatch: 1,
      })
    for (const more of [{}, { confirm: false }]) {
      expect(await refusalOf(promote(more))).toMatchObject({
        code: 'conflict',
        errors: [{ pointer: '#/ipAllowlist' }],
      })
    }
    expect(await apps.show({ params: { id: production.id } })).toEqual(production)
    expect(await promote({ confirm: true })).toMatchObject({
      ipAllowlist,
      warnings: [{ kind: 'own-address-not-covered', address: '127.0.0.1' }],
    })
  })
})

test('PA-5: a promotion leaves one entry with both sides, and an event of the target', async () => {
  const { sandbox, production } = await pair()
  const owner = await acme.member()
  const body = { from: sandbox.id, fields: ['name' as const, 'origins' as const] }
  const { warnings: _, ...after } = await world
    .as(owner)
    .apps.promote({ params: { id: production.id }, body })
  const { data } = await world.as(owner).audit.search({ query: { target: production.id } })
  expect(data.map(({ action }) => action)).toEqual(['apps.promoted', 'apps.created'])
  expect(data[0]).toMatchObject({ actor: { id: owner.id }, before: production, after })
  const { rows } = await world.db.query(
    "select environment, data from events where type = 'apps.updated' and app_id = $1",
    [production.id],
  )
  expect(rows).toEqual([{ environment: 'production', data: after }])
})
