import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import type { WorldTenant } from '../../testing/builders.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

const search = async (query: object = {}) =>
  (await world.as(await acme.member()).audit.search({ query })).data

describe('who may not', () => {
  test('a developer may neither search, export nor verify it', async () => {
    const api = world.as(await acme.member('developer'))
    // One after the other: a refusal that nobody waits for yet counts as not caught.
    for (const call of [
      () => api.audit.search(),
      () => api.audit.actions(),
      () => api.audit.export(),
      () => api.audit.verify(),
      () => api.audit.checkpoints(),
    ]) {
      await expect(call()).rejects.toMatchObject({ problem: { status: 403, scope: 'audit:read' } })
    }
  })

  test('no other tenant sees an entry of it, not even by its words', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    const app = await acme.app()
    const api = world.as(await other.member())
    for (const query of [{ target: app.id }, { text: app.id }, { appId: app.id }]) {
      expect((await api.audit.search({ query })).data).toEqual([])
      expect(await api.audit.export({ query })).toContain('"entries":0')
    }
  })

  test('a key of the sandbox sees nothing of production, and is not told how long the chain is', async () => {
    const inProduction = await acme.app('production')
    const key = await acme.key({ environment: 'sandbox' })
    const { audit } = world.as(key)
    for (const query of [{}, { text: 'production' }, { text: inProduction.name }]) {
      const { data } = await audit.search({ query: { limit: 200, ...query } })
      expect(data.map(({ environment }) => environment)).not.toContain('production')
      expect(data.map(({ target }) => target)).not.toContain(inProduction.id)
      expect(await audit.export({ query })).not.toContain(inProduction.id)
    }
    for (const call of [() => audit.verify(), () => audit.actions(), () => audit.checkpoints()]) {
      await expect(call()).rejects.toMatchObject({ problem: { status: 403 } })
    }
  })

  test('a key sees by a text what was done in its own app alone', async () => {
    const app = await acme.app()
    const neighbour = await acme.app()
    const key = await acme.key({ app })
    const read = async (text: string) =>
      (await world.as(key).audit.search({ query: { text } })).data.map(({ target }) => target)
    expect(await read(app.name)).toContain(app.id)
    expect(await read(neighbour.name)).toEqual([])
    const query = { text: app.name, appId: neighbour.id }
    expect((await world.as(key).audit.search({ query })).data).toEqual([])
  })
})

describe('what the login of the app may not do to it, whoever holds it', () => {
  const refused = [
    ['change an entry', `update audit_entries set action = 'x'`],
    ['delete one', 'delete from audit_entries'],
    ['write one past the chain', 'insert into audit_entries (tenant_id) values (app.tenant())'],
    ['move the head', 'update audit_heads set sequence = 0'],
    ['make a head', 'insert into audit_heads values (app.tenant(), 0)'],
    ['forget the head', 'delete from audit_heads'],
    ['empty it', 'truncate audit_entries'],
    ['change a checkpoint', `update audit_checkpoints set head = ''`],
    ['delete a checkpoint', 'delete from audit_checkpoints'],
    ['unsay that one was sent', 'delete from audit_checkpoint_receipts'],
  ] as const

  test.each(refused)('XC-4 it cannot %s', async (_, statement) => {
    const app = new Client({ connectionString: world.appUrl })
    await app.connect()
    await app.query('begin')
    await app.query("select app.enter($1, '{sandbox,production}')", [acme.id])
    await expect(app.query(statement)).rejects.toThrow('permission denied')
    await app.end()
  })
})

test('an act that is refused leaves no entry', async () => {
  await search({ limit: 200 })
  const before = await search({ limit: 200 })
  const response = await world.ask('/v1/projects', { as: await acme.member(), json: { name: 7 } })
  expect(response.status).toBe(422)
  expect(await search({ limit: 200 })).toEqual(before)
})

describe('XC-4 it is searched', () => {
  test('by action, target and time, newest first', async () => {
    const app = await acme.app()
    expect(await search({ target: app.id, action: 'apps.created' })).toHaveLength(1)
    expect(await search({ target: app.id, action: 'projects.created' })).toHaveLength(0)
    const [newest] = await search({ limit: 1 })
    const sequences = (await search({ limit: 200 })).map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.toSorted((one, other) => other - one))
    expect(await search({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
    expect((await search({ to: newest!.at, limit: 200 })).length).toBeLessThan(sequences.length)
  })

  test('by area, app, environment and address', async () => {
    const key = await acme.key({ environment: 'production' })
    const actions = async (query: object) =>
      (await search({ limit: 200, ...query })).map(({ action }) => action)
    const keysOnly = await actions({ area: 'keys' })
    expect(keysOnly.length).toBeGreaterThan(0)
    expect(keysOnly.every((action) => action.startsWith('keys.'))).toBe(true)
    expect(await actions({ area: 'key' })).toEqual([])
    expect(await actions({ appId: key.appId })).toEqual(['keys.issued', 'apps.created'])
    for (const { environment } of await search({ environment: 'production', limit: 200 })) {
      expect(environment).toBe('production')
    }
    const ip = (await search({ target: key.id }))[0]!.ip!
    expect(await actions({ target: key.id, ip })).toEqual(['keys.issued'])
    expect(await actions({ target: key.id, ip: '203.0.113.9' })).toEqual([])
  })

  test('by who did it', async () => {
    const owner = await acme.member()
    const key = await acme.key()
    await world.as(key).customers.ingest({ body: { externalId: 'c-1', name: 'Ada' } })
    const [byKey] = await search({ actorKind: 'key', actorId: key.id })
    expect(byKey).toMatchObject({ action: 'customers.ingested', actor: { id: key.id } })
    expect(await search({ actorKind: 'member', actorId: key.id })).toEqual([])
    const byOwner = await search({ actorId: owner.id, limit: 200 })
    expect(byOwner.every(({ actor }) => actor.id === owner.id)).toBe(true)
  })

  test.each([
    ['in the middle of a word, in any case', 'LLing SeRV'],
    ['with the signs that a pattern would be made of', '100% _of_ "it" \\ done'],
  ])('by a text %s', async (_, text) => {
    const label = `Billing server 100% _of_ "it" \\ done ${text.length}`
    const app = await acme.app()
    await acme.key({ app, label })
    const found = await search({ text, appId: app.id })
    expect(found).toMatchObject([{ action: 'keys.issued', after: { label } }])
    expect(await search({ text, appId: app.id, action: 'apps.created' })).toEqual([])
    const other = `${text.slice(0, 1)}_${text.slice(2)}`
    expect(await search({ text: other, appId: app.id })).toEqual([])
  })

  test('XC-4 by what people can read of an entry, and by no name of a field', async () => {
    const owner = await acme.member()
    const { name } = (await world.as(owner).account.show()) as { name: string }
    const app = await acme.app()
    const key = await acme.key({ app, label: 'Till' })
    await world.as(owner).keys.revoke({ params: { id: key.id } })
    const found = async (text: string, more: object = {}) =>
      (await search({ text, appId: app.id, ...more })).map(({ action }) => action)
    expect(await found('revoked')).toEqual(['keys.revoked'])
    expect(await found('KEYS.ISS')).toEqual(['keys.issued'])
    expect(await found(key.id.slice(0, 13))).toEqual(['keys.revoked', 'keys.issued'])
    expect(await found('till')).toEqual(['keys.revoked', 'keys.issued'])
    expect(await found(name)).toEqual(['keys.revoked', 'keys.issued', 'apps.created'])
    for (const field of ['label', 'scopes', 'revokedAt', 'expiresAt', 'kind']) {
      expect([field, await found(field)]).toEqual([field, []])
    }
    const called = { orActions: 'keys.issued, apps.created' }
    expect(await found('no such word', called)).toEqual(['keys.issued', 'apps.created'])
    expect(await search({ ...called, text: 'no such word', appId: key.id })).toEqual([])
  })

  test('XC-4 by what the thing is called now, of which an entry has no more than the id', async () => {
    const app = await acme.app()
    const owner = world.as(await acme.member())
    const params = { id: app.id }
    const { revision } = await owner.apps.show({ params })
    await owner.apps.update({
      params,
      body: { ipAllowlist: ['203.0.113.0/24'] },
      ifMatch: revision,
    })
    await owner.apps.update({ params, body: { name: 'Kiosk Ünal' }, ifMatch: revision + 1 })
    const actions = async (text: string) =>
      (await search({ text, target: app.id })).map(({ action }) => action)
    expect(await actions('kiosk ünal')).toEqual(['apps.updated', 'apps.updated', 'apps.created'])
    const other = await world.tenant('Namesake', { roles: ['owner'] })
    const { audit } = world.as(await other.member())
    expect((await audit.search({ query: { text: 'kiosk ünal' } })).data).toEqual([])
  })

  test('page by page, there and back, whether by a text or not', async () => {
    const app = await acme.app()
    for (let i = 0; i < 5; i += 1) await acme.key({ app, label: `Paged ${i}` })
    const { audit } = world.as(await acme.member())
    for (const query of [
      { text: 'Paged', area: 'keys', limit: 2 },
      { action: 'keys.issued', appId: app.id, limit: 2 },
    ]) {
      const labels: unknown[] = []
      const first = await audit.search({ query })
      let reply = first
      for (;;) {
        labels.push(...reply.data.map(({ after }) => (after as { label: string }).label))
        if (!reply.page.next) break
        reply = await audit.search({ query: { ...query, cursor: reply.page.next } })
      }
      expect(labels).toEqual([4, 3, 2, 1, 0].map((i) => `Paged ${i}`))
      let back = await audit.search({ query: { ...query, cursor: reply.page.prev! } })
      back = await audit.search({ query: { ...query, cursor: back.page.prev! } })
      expect(back.data).toEqual(first.data)
    }
  })

  test('by a text that is near, far back, or both, and by a span of time, page by page', async () => {
    const far = await world.tenant('Far', { roles: ['owner'] })
    await far.app()
    // Only their places and words matter here: more than are looked through one by one.
    await world.db.query(
      `insert into audit_entries (tenant_id, id, sequence, at, actor, action, previous_hash, hash, after)
       select tenant_id, gen_random_uuid(), 1000 + n, timestamptz '2026-01-01' + n * interval '1 minute',
         actor, 'keys.made-up', previous_hash, hash,
         jsonb_build_object('n', n, 'is', case when n <= 5 or n > 11996 then 'needle' else 'hay' end)
       from audit_entries, generate_series(1, 12000) n where tenant_id = $1 and sequence = 1`,
      [far.id],
    )
    const { audit } = world.as(await far.member())
    const placesOf = async (query: object, limit: number) => {
      const places: number[] = []
      for (let cursor: string | undefined; ;) {
        const { data, page } = await audit.search({ query: { ...query, limit, cursor } })
        places.push(...data.map(({ after }) => (after as { n: number }).n))
        if (!page.next) return places
        cursor = page.next
      }
    }
    const needles = [12_000, 11_999, 11_998, 11_997, 5, 4, 3, 2, 1]
    expect(await placesOf({ text: 'NEEDLE' }, 3)).toEqual(needles)
    expect(await placesOf({ text: 'needle' }, 200)).toEqual(needles)
    const span = { from: '2026-01-01T01:00:00Z', to: '2026-01-01T01:05:00Z' }
    expect(await placesOf(span, 2)).toEqual([64, 63, 62, 61, 60])
    expect(await placesOf({ ...span, text: 'hay' }, 2)).toEqual([64, 63, 62, 61, 60])
  })

  test('by what it has, which it lists without being told', async () => {
    const { data } = await world.as(await acme.member()).audit.actions()
    const all = await search({ limit: 200 })
    const names = [...new Set(all.map(({ action }) => action))].toSorted()
    expect(data.map(({ action }) => action)).toEqual(names)
    expect(data).toContainEqual({ action: 'keys.issued', area: 'keys' })
  })
})

const readings = async (action: string) => (await search({ action, limit: 200 })).length

describe('XC-4 reading it is in it', () => {
  test('once for each reader, filter and five minutes, whichever process is asked', async () => {
    const admin = await acme.member('admin')
    const query = { target: 'what somebody looks for' }
    const count = async () =>
      (await search({ action: 'audit.searched', actorId: admin.id, limit: 200 })).length
    await count()
    const before = await count()
    await Promise.all([0, 1, 0, 1].map((at) => world.as(admin, at).audit.search({ query })))
    expect(await count()).toBe(before + 1)
    await world.as(admin).audit.search({ query: { ...query, limit: 7 } })
    expect(await count()).toBe(before + 1)
    await world.as(admin).audit.search({ query: { target: 'something else' } })
    expect(await count()).toBe(before + 2)
    await world.db.query(`update readings set audited_at = audited_at - interval '5 minutes'`)
    const { data } = await world.as(admin).audit.search({ query })
    expect(data).toEqual([])
    expect(await count()).toBe(before + 3)
    const [entry] = await search({ action: 'audit.searched', actorId: admin.id })
    expect(entry).toMatchObject({ after: query })
  })

  test('each time that it is taken away, with what was taken', async () => {
    const admin = await acme.member('admin')
    const before = await readings('audit.exported')
    const query = { format: 'csv', area: 'keys' } as const
    await world.as(admin).audit.export({ query })
    await world.as(admin).audit.export({ query })
    expect(await readings('audit.exported')).toBe(before + 2)
    const [entry] = await search({ action: 'audit.exported' })
    expect(entry).toMatchObject({
      actor: { id: admin.id },
      after: { format: 'csv', filter: { area: 'keys' } },
    })
  })
})

describe('XC-4 an act whose entry cannot be written does not happen', () => {
  test('neither a write nor a search nor an export', async () => {
    const owner = await acme.member()
    const counted = async () =>
      (await world.db.query('select 1 from projects where tenant_id = $1', [acme.id])).rowCount
    const before = await counted()
    await world.db.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'full'; end $$;
      create trigger refuse before insert on audit_entries execute function refuse()`)
    try {
      const json = { name: 'Never' }
      expect((await world.ask('/v1/projects', { as: owner, json })).status).toBe(500)
      for (const path of ['/v1/audit?action=what.nobody-did', '/v1/audit/export']) {
        const answer = await world.ask(path, { as: owner })
        expect([path, answer.status]).toEqual([path, 500])
        expect(await answer.text()).not.toContain('hash')
      }
    } finally {
      await world.db.query('drop trigger refuse on audit_entries; drop function refuse')
    }
    expect(await counted()).toBe(before)
    expect((await world.ask('/v1/projects', { as: owner, json: { name: 'Now' } })).status).toBe(201)
    expect(await counted()).toBe((before ?? 0) + 1)
  })
})

test('acts at two processes at once stand in one chain without a gap', async () => {
  const owner = await acme.member()
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      world.as(owner, i % 2).projects.create({ body: { name: `At once ${i}` } }),
    ),
  )
  const query = { area: 'projects', limit: 200 }
  await search(query)
  const verified = await world.as(owner, 1).audit.verify()
  expect(verified).toMatchObject({ intact: true, brokenAt: null, fault: null, next: null })
  const { rows } = await world.db.query<{ sequence: string; hash: string; previous_hash: string }>(
    'select sequence, hash, previous_hash from audit_entries where tenant_id = $1 order by sequence',
    [acme.id],
  )
  expect(verified).toMatchObject({ entries: rows.length, head: rows.at(-1)?.hash })
  for (const [place, row] of rows.entries()) {
    expect(Number(row.sequence)).toBe(place + 1)
    if (place > 0) expect(row.previous_hash).toBe(rows[place - 1]?.hash)
  }
})
