/** Doors in the wall, knocked at with the app's own login: what they give to whoever asks for more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { createPartner, type Partner } from './partner.ts'
import { startWorld, type OwnWorld } from './world.ts'

let world: OwnWorld
let app: Client
let partner: Partner
let stranger: string

beforeAll(async () => {
  world = await startWorld()
  partner = await createPartner(world)
  stranger = (await world.tenant('Stranger', { roles: ['owner'] })).id
  app = new Client({ connectionString: world.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await world.stop()
})

/** What the app's login gets after entering a tenant; it stays, for the rows are looked at after. */
async function askIn(tenant: string, query: string, values: unknown[] = []): Promise<object[]> {
  await app.query('begin')
  await app.query("select app.enter($1, '{sandbox,production}')", [tenant])
  const { rows } = await app.query<object>(query, values)
  await app.query('commit')
  return rows
}

async function count(table: string): Promise<number> {
  const { rows } = await world.db.query<{ count: number }>(
    `select count(*)::integer as count from ${table}`,
  )
  return rows[0]!.count
}

test('whose tenants are told follows from an open session of the entered tenant', async () => {
  const { id: memberId } = await partner.tenant.member('viewer')
  const { rows } = await world.db.query<{ id: string }>(
    'select id from sessions where member_id = $1',
    [memberId],
  )
  const tell = 'select id from directory.tenants_of_session($1)'
  expect(await askIn(partner.tenant.id, tell, [rows[0]!.id])).toEqual([{ id: partner.tenant.id }])
  expect(await askIn(stranger, tell, [rows[0]!.id])).toEqual([])
  await world.db.query('update sessions set ended_at = now(), ended_because = $2 where id = $1', [
    rows[0]!.id,
    'signed-out',
  ])
  expect(await askIn(partner.tenant.id, tell, [rows[0]!.id])).toEqual([])
})

test('a secret is made for a session of the entered tenant, and lives no longer than it', async () => {
  const { id } = await partner.open()
  const before = await count('directory.embed_secrets')
  const put = "select directory.put_embed_secret($1, $2, 'infinity')"
  await askIn(stranger, put, [Buffer.from('theirs'), id])
  expect(await count('directory.embed_secrets')).toBe(before)
  await askIn(partner.tenant.id, put, [Buffer.from('ours'), id])
  const { rows } = await world.db.query(
    `select d.origins = s.origins as same, d.expires_at = s.expires_at as over
     from directory.embed_secrets d join embed_sessions s on s.id = d.session_id where hash = 'ours'`,
  )
  expect(rows).toEqual([{ same: true, over: true }])
})

test('a link is put for an invitation of the entered tenant alone', async () => {
  const id = await inviteSomebody()
  const hashes = async () => {
    const { rows } = await world.db.query<{ hash: Buffer }>(
      'select hash from directory.invite_tokens where invite_id = $1',
      [id],
    )
    return rows.map(({ hash }) => hash.toString('hex'))
  }
  const before = await hashes()
  const put = 'select directory.put_invite_token($1, $2)'
  await askIn(stranger, put, [Buffer.from('theirs'), id])
  expect(await hashes()).toEqual(before)
  await askIn(partner.tenant.id, put, [Buffer.from('ours'), id])
  expect(await hashes()).toEqual([Buffer.from('ours').toString('hex')])
})

async function inviteSomebody(): Promise<string> {
  const owner = await partner.tenant.member('owner')
  const emails = [`guest-${Math.random()}@world.test`]
  const { data } = await world.as(owner).team.invite({ body: { emails, role: 'viewer' } })
  return data[0]!.inviteId!
}

test('an invitation that nobody has makes nobody a member, and a look enters no tenant', async () => {
  const put = 'select directory.put_invite_token($1, $2)'
  await askIn(partner.tenant.id, put, [Buffer.from('looked at'), await inviteSomebody()])
  const before = await count('members')
  const accept =
    "select * from directory.accept_invite($1, uuidv7(), 'Bo', 'hash', uuidv7(), now())"
  expect(await askIn(stranger, accept, [Buffer.from('nothing')])).toEqual([])
  expect(await count('members')).toBe(before)
  const look = `select looked.found, current_setting('app.tenant_id') as tenant
    from (select count(*)::integer as found from directory.look_at_invite($1, now())) looked`
  expect(await askIn(stranger, look, [Buffer.from('looked at')])).toEqual([
    { found: 1, tenant: stranger },
  ])
})

test('who has a second factor is told of the entered tenant alone', async () => {
  const { personId } = await partner.tenant.member('owner')
  await world.db.query(
    `insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
     values ('a key', $1, '', 0, '{}', 'Laptop', now())`,
    [personId],
  )
  const tell = 'select * from directory.second_factors_here()'
  expect(await askIn(partner.tenant.id, tell)).toEqual([{ person_id: personId }])
  expect(await askIn(stranger, tell)).toEqual([])
})

test('a domain that one tenant has proved is neither claimed nor given up by another', async () => {
  const claim = `select directory.claim_domain('partner.test') as ours`
  expect(await askIn(partner.tenant.id, claim)).toEqual([{ ours: true }])
  expect(await askIn(stranger, claim)).toEqual([{ ours: false }])
  await askIn(stranger, `select directory.release_domain('partner.test')`)
  expect(await askIn(partner.tenant.id, claim)).toEqual([{ ours: true }])
})

test('a provider speaks for no domain but those of its tenant, and makes nobody a member by others', async () => {
  const before = await count('members')
  const enter = `select fault, member_id from directory.enter_by_sso($1, 'https://lies.test', 'ada',
    'ada@partner.test', 'Ada', 'admin', 'none', uuidv7(), uuidv7(), 'a device', now())`
  expect(await askIn(stranger, enter, [stranger])).toEqual([
    { fault: 'other-domain', member_id: null },
  ])
  expect(await count('members')).toBe(before)
})

test('nothing is forgotten before its time, whatever moment is named', async () => {
  const owner = await partner.tenant.member('owner')
  await world.as(owner).logs.search()
  await world.as(owner).projects.create({ body: { name: 'Kept' } })
  await world.ask('/v1/auth/sign-in', { json: { email: 'no@body.example', password: 'guess' } })
  await world.ask('/v1/sign-on/begin', { json: { email: 'no@body.example' } })
  await partner.open()
  const living = [
    'directory.refresh_tokens',
    'directory.sign_in_counters',
    'directory.embed_secrets',
    'directory.invite_tokens',
    'directory.sso_beginnings',
    'embed_sessions',
    'idempotent_answers',
    'readings',
  ]
  const before = await Promise.all(living.map(count))
  expect(before).not.toContain(0)
  for (const forget of [
    'directory.forget_sign_ins',
    'directory.forget_embed_sessions',
    'directory.forget_invite_tokens',
    'directory.forget_sso',
    'app.purge_idempotent_answers',
    'app.purge_readings',
  ]) {
    await app.query(`select ${forget}('infinity')`)
  }
  expect(await Promise.all(living.map(count))).toEqual(before)
})
