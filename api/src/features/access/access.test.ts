import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { roles, scopesOf } from '@sonaqor/contract/access'
import type { Session } from '@sonaqor/contract/auth'
import knex from 'knex'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { foundTenant } from './index.ts'

let world: ProcessWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startProcessWorld({ env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '100' } })
  acme = await world.tenant('Acme', { hashing: 'as the product' })
})
afterAll(() => world.stop())

const signIn = (json: object, headers = {}) =>
  world.ask('/v1/auth/sign-in', { json, headers: { ...headers } })

test('XC-1 a wrong password, an unknown e-mail and a foreign tenant get one and the same answer', async () => {
  const { email, password } = await acme.member('viewer')
  const other = await world.tenant('Other', { roles: ['owner'] })
  const answers = await Promise.all([
    signIn({ email, password: 'not the password of anybody' }),
    signIn({ email: 'nobody@world.test', password }),
    signIn({ email, password, tenantId: other.id }),
  ])
  const documents = await Promise.all(
    answers.map(async (answer) => ({ ...(await answer.json()), instance: null })),
  )
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  expect(documents[1]).toEqual(documents[0])
  expect(documents[2]).toEqual(documents[0])
})

test('a page of another site cannot sign anybody in', async () => {
  const { email, password } = await acme.member('viewer')
  const strangers = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: ownOrigin, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of strangers) {
    expect((await signIn({ email, password }, headers)).status).toBe(403)
  }
})

test('what is not an e-mail and a password is pointed at', async () => {
  const answer = await signIn({ email: 'nobody', passwort: 'x' })
  expect(answer.status).toBe(422)
  const { errors } = (await answer.json()) as { errors: { pointer: string }[] }
  expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
    '#/email',
    '#/password',
    '#/passwort',
  ])
})

test('when more people wait than can be served, the rest is asked to come back', async () => {
  const guesses = Array.from({ length: 150 }, (_, i) =>
    signIn({ email: `crowd-${i}@world.test`, password: 'whatever it may be' }),
  )
  const answers = await Promise.all(guesses)
  const turnedAway = answers.filter(({ status }) => status === 503)
  expect(turnedAway.length).toBeGreaterThan(0)
  expect(turnedAway[0]?.headers.get('retry-after')).toBe('2')
  expect(answers.every(({ status }) => status === 401 || status === 503)).toBe(true)
})

test.each(roles)('XC-2 a member who is %s signs in and may what the role says', async (role) => {
  const member = await acme.member(role)
  const me = await world.as(member).me.show()
  expect(me).toMatchObject({
    person: { email: member.email },
    tenant: { id: acme.id, name: 'Acme' },
    tenants: [{ id: acme.id }],
    role,
    environments: ['sandbox', 'production'],
  })
  expect(me.scopes).toEqual(scopesOf(role))
})

test('a person in two tenants enters the wanted one, and else the one entered last', async () => {
  const owner = knex({ client: 'pg', connection: world.ownerUrl })
  const person = { name: 'Both', email: 'Both@world.test', password: 'a password for two tenants' }
  const first = await foundTenant(owner, { name: 'First', members: [{ ...person, role: 'owner' }] })
  const second = await foundTenant(owner, {
    name: 'Second',
    members: [{ ...person, role: 'viewer', password: 'this one is not taken' }],
  })
  await owner.destroy()

  const enter = (tenantId?: string) =>
    world.as(null).auth.signIn({ body: { ...person, name: undefined, tenantId } as never })
  expect((await enter(second.id)).me).toMatchObject({ tenant: { name: 'Second' }, role: 'viewer' })
  const again = await enter()
  expect(again.me.tenant.id).toBe(second.id)
  expect(again.me.tenants.map(({ name }) => name)).toEqual(['First', 'Second'])
  expect((await enter(first.id)).me.role).toBe('owner')
  expect((await enter()).me.tenant.id).toBe(first.id)
})

test('the refresh token is out of reach of scripts and other sites', async () => {
  const { email, password } = await acme.member('analyst')
  const answer = await signIn({ email, password })
  const cookie = answer.headers.getSetCookie().find((one) => one.includes('refresh'))
  expect(cookie).toMatch(
    /^__Host-sonaqor-refresh=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict/,
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('what signs in is nowhere stored as it is', async () => {
  const { email, password } = await acme.member('developer')
  const browser = new FakeBrowser(world)
  const { token } = (await (await browser.signIn(email, password)).json()) as Session
  const refreshToken = browser.cookies.get('__Host-sonaqor-refresh')!
  const { rows } = await world.db.query<{ row: string }>(`
    select t::text as row from directory.refresh_tokens t union all
    select t::text from sessions t union all
    select t::text from directory.devices t union all
    select t::text from directory.people t union all
    select t::text from audit_entries t`)
  const stored = rows.map(({ row }) => row).join('\n')
  for (const secret of [password, token, refreshToken]) {
    expect(stored).not.toContain(secret)
    expect(stored).not.toContain(Buffer.from(secret).toString('hex'))
  }
  expect(stored).toContain('$argon2id$v=19$m=65536,t=3,p=1$')
})

test('XC-4 a sign-in is in the audit log, with the attempts that failed before it', async () => {
  const { email, password, id } = await acme.member('viewer')
  await signIn({ email, password })
  await signIn({ email, password: 'wrong once' })
  await signIn({ email, password: 'wrong twice' })
  await signIn({ email, password })
  const { data } = await world
    .as(await acme.member('owner'))
    .audit.search({ query: { action: 'sessions.started' } })
  expect(data[0]).toMatchObject({ actor: { kind: 'member', id }, after: { failedAttempts: 2 } })
})
