/** XC-1: somebody new of the staff sets a password that nobody else ever knows. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { mailOf, tokenIn } from '../../testing/fake-mailbox.ts'
import { until } from '../../testing/until.ts'
import { staffOrigin, startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff } from './fake-staff.ts'

let world: ProcessWorld
let fake: FakeStaff
let count = 0
let email = ''

const password = 'lemon tugboat quiver anthem'
const subject = /^Set your password for Sonaqor staff$/

beforeAll(async () => {
  world = await startProcessWorld({
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000', SONAQOR_DEMO: 'true' },
  })
  fake = await FakeStaff.of(world)
})
beforeEach(() => {
  email = `nia-${(count += 1)}@sonaqor.test`
})
afterAll(async () => {
  await fake?.close()
  await world?.stop()
})

const lead = async () => fake.proving(await fake.enter({ role: 'security' })).staff
const added = async () =>
  (await lead()).addPerson({ body: { name: 'Nia New', email, role: 'support' } })
const set = (token: string, chosen = password) =>
  world.as(null).staff.setPassword({ body: { token, password: chosen } })
const enter = (given = password) =>
  new FakeBrowser(world).post('/v1/staff/sign-in', { email, password: given })

test('the link is in their own mail, leads to their own origin, and works once', async () => {
  const { person, isLinkSent } = await added()
  expect([person.email, isLinkSent]).toEqual([email, true])
  const mail = await mailOf(world, email, subject)
  expect(mail.text).toContain(`${staffOrigin}/staff#`)
  const token = tokenIn(mail, '/staff')
  const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(set(token))))
  expect(outcomes.toSorted()).toEqual([422, 422, 'ok'])
  expect((await enter()).status).toBe(200)
  const { rows } = await world.db.query(
    `select action from directory.staff_acts where staff_id = $1 order by at`,
    [person.id],
  )
  expect(rows.map(({ action }) => action)).toEqual(['staff.password-set', 'staff.signed-in'])
})

describe('what sets no password', () => {
  test('a link that is over, void, forged, or of somebody who may do nothing any more', async () => {
    const { person } = await added()
    const over = await fake.link(person.id, new Date(Date.now() - 1000))
    expect(await outcomeOf(set(over))).toBe(422)
    const before = await fake.link(person.id)
    const staff = await lead()
    await staff.sendLink({ params: { id: person.id } })
    expect(await outcomeOf(set(before))).toBe(422)
    expect(await outcomeOf(set('A'.repeat(43)))).toBe(422)
    expect(await outcomeOf(set('short'))).toBe(422)
    const last = await fake.link(person.id)
    await staff.changePerson({ params: { id: person.id }, body: { state: 'suspended' } })
    expect(await outcomeOf(set(last))).toBe(422)
    expect(await outcomeOf(staff.sendLink({ params: { id: person.id } }))).toBe(409)
    expect((await enter()).status).toBe(401)
  })

  test('a password that is easily guessed, by which the link stays good', async () => {
    const { person } = await added()
    const token = await fake.link(person.id)
    expect(await outcomeOf(set(token, 'passwordpassword'))).toBe(422)
    expect(await outcomeOf(set(token))).toBe('ok')
  })

  test('a page of another site', async () => {
    const token = await fake.link((await added()).person.id)
    const headers = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }
    const json = { token, password }
    expect((await world.ask('/v1/staff/password', { json, headers })).status).toBe(403)
    expect(await outcomeOf(set(token))).toBe('ok')
  })

  test('a sign-up with the address of one of the staff, who is told by mail instead', async () => {
    await added()
    const signUp = { tenantName: 'Stolen', name: 'Eve', email }
    expect((await world.ask('/v1/auth/sign-up', { json: signUp })).status).toBe(202)
    expect((await mailOf(world, email, /account/i)).text).not.toMatch(/sign-up#/)
  })
})

test('a new password ends what the old one had opened', async () => {
  const { person } = await added()
  await set(await fake.link(person.id))
  const browser = new FakeBrowser(world)
  expect((await browser.post('/v1/staff/sign-in', { email, password })).status).toBe(200)
  await set(await fake.link(person.id), 'another tugboat lemon quiver')
  const resumed = (await (await browser.post('/v1/staff/resume')).json()) as { session: unknown }
  expect(resumed.session).toBeNull()
  expect((await enter()).status).toBe(401)
  expect((await enter('another tugboat lemon quiver')).status).toBe(200)
})

describe('what a refusal tells', () => {
  test('XC-1 an address whose company signs in by its provider is told what every other is', async () => {
    const tenant = await world.tenant('Provided', { roles: ['owner'] })
    const { email: known } = await fake.add()
    email = `nia@provided-${count}.test`
    await world.db.query('update directory.people set email = $1 where email = $2', [email, known])
    await world.db.query('insert into directory.sso_domains values ($1, $2, true, true)', [
      email.split('@')[1],
      tenant.id,
    ])
    const wrong = (await (await enter('a wrong password')).json()) as { code: string }
    expect(wrong.code).toBe('unauthenticated')
    expect((await enter()).status).toBe(200)
  })

  test('XC-1 V16.3.1 a wrong second factor leaves a line, and names the field that it came in', async () => {
    const json = { ticket: 'no such ticket', recoveryCode: '00000-00000' }
    const answer = await world.ask('/v1/staff/verify-mfa', { json })
    const told = (await answer.json()) as { errors: { pointer: string }[] }
    expect(told.errors.map(({ pointer }) => pointer)).toEqual(['#/recoveryCode'])
    const lineOf = () =>
      world.servers[0]!.output()
        .split('\n')
        .find((one) => one.includes('second-factor'))
    await until(() => lineOf() !== undefined)
    expect(lineOf()).toContain('a sign-in was refused')
  })
})
