/** XC-1: how Sonaqor's staff sign in, what their sessions hold, and who of them may change the others. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { staffScopesOf } from '@sonaqor/contract/access'
import type { StaffSession } from '@sonaqor/contract/staff'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { codeAt } from '../factors/index.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff } from './fake-staff.ts'

const server = fileURLToPath(new URL('../../server.ts', import.meta.url))
const minuteMs = 60_000

let world: OwnWorld
let fake: FakeStaff

beforeAll(async () => {
  world = await startWorld({ env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000' } })
  fake = await FakeStaff.of(world)
})
beforeEach(() => world.setClock(null))
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const run = (...values: readonly string[]) =>
  promisify(execFile)(process.execPath, [server, 'found-staff', ...values], {
    env: { ...world.env, DATABASE_URL: world.ownerUrl },
  })

interface Founded {
  readonly email: string
  readonly password: string
}

const found = (): Promise<Founded> => fake.add('security')

const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T
const enter = (browser: FakeBrowser, { email, password }: Founded) =>
  read<StaffSession & { ticket: string; code: string }>(
    browser.post('/v1/staff/sign-in', { email, password }),
  )

interface Ready extends Founded {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
  readonly browser: FakeBrowser
  readonly session: StaffSession
}

/** Somebody who was founded and has set up their second factor. */
async function ready(): Promise<Ready> {
  const founded = await found()
  const browser = new FakeBrowser(world)
  const session = await enter(browser, founded)
  const api = world.as(session).staff
  const { secret } = await api.beginTotp({ body: { password: founded.password } })
  const { recoveryCodes } = await api.confirmTotp({ body: { code: codeAt(secret, new Date()) } })
  return { ...founded, secret, recoveryCodes, browser, session }
}

const resume = async (browser: FakeBrowser) =>
  (await read<{ session: StaffSession | null }>(browser.post('/v1/staff/resume'))).session

describe('who may not', () => {
  test('somebody with the right password who is no staff, in the words of a wrong one', async () => {
    const tenant = await world.tenant('Acme', { roles: ['owner'] })
    const { email, password } = await tenant.member()
    const sign = (body: object) => world.ask('/v1/staff/sign-in', { method: 'POST', json: body })
    const [stranger, wrong] = await Promise.all([
      read<{ detail: string; status: number }>(sign({ email, password })),
      read<{ detail: string; status: number }>(sign({ email, password: 'a wrong password' })),
    ])
    expect(stranger).toMatchObject({ status: 401, detail: wrong.detail })
  })

  test('one of the staff is a member of no tenant by it', async () => {
    const founded = await found()
    expect(await outcomeOf(world.as(null).auth.signIn({ body: founded }))).toBe(401)
    const session = await enter(new FakeBrowser(world), founded)
    expect(await outcomeOf(world.as(session).me.show())).toBe(403)
    expect(await outcomeOf(world.as(session).account.show())).toBe(403)
  })

  test('a page of another site signs nobody in, and takes up no session', async () => {
    const { browser, ...founded } = await ready()
    const headers = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }
    for (const path of ['sign-in', 'resume', 'sign-out']) {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const body = { email: founded.email, password: founded.password }
      const answer = await world.ask(`/v1/staff/${path}`, {
        method: 'POST',
        headers: { ...headers, cookie },
        ...(path === 'sign-in' ? { json: body } : {}),
      })
      expect(answer.status).toBe(403)
    }
  })
})

describe('what happens', () => {
  test('who has no second factor yet sets one up, and may do nothing before', async () => {
    const founded = await found()
    const session = await enter(new FakeBrowser(world), founded)
    expect(session.me).toMatchObject({ role: 'security', scopes: [], secondFactorMissing: true })
    const api = world.as(session).staff
    await expect(api.tenants()).rejects.toMatchObject({ problem: { code: 'step-up-required' } })
    expect(await outcomeOf(api.beginTotp({ body: { password: 'a wrong password' } }))).toBe(422)
    const { secret } = await api.beginTotp({ body: { password: founded.password } })
    expect(await outcomeOf(api.confirmTotp({ body: { code: '000000' } }))).toBe(422)
    const code = codeAt(secret, new Date())
    expect((await api.confirmTotp({ body: { code } })).recoveryCodes).toHaveLength(10)
    expect(await outcomeOf(api.tenants())).toBe('ok')
    expect(await outcomeOf(api.beginTotp({ body: { password: founded.password } }))).toBe(409)
  })

  test('who has one shows it at every sign-in, in a browser that is known as well', async () => {
    const { browser, recoveryCodes, ...founded } = await ready()
    const asked = await enter(browser, founded)
    expect(asked).toMatchObject({ code: 'second-factor-required' })
    const verify = (recoveryCode: string) =>
      browser.post('/v1/staff/verify-mfa', { ticket: asked.ticket, recoveryCode })
    expect((await verify('00000-00000')).status).toBeGreaterThanOrEqual(400)
    const session = await read<StaffSession>(verify(recoveryCodes[0]!))
    expect(session.me).toMatchObject({
      secondFactorMissing: false,
      scopes: staffScopesOf('security'),
    })
    expect((await verify(recoveryCodes[1]!)).status).toBe(401)
  })

  test('a code is shown again before an act, and works once', async () => {
    const { session, recoveryCodes } = await ready()
    const { staff } = world.as(session)
    const body = { recoveryCode: recoveryCodes[0]! }
    const { until } = await staff.stepUp({ body })
    expect(new Date(until).getTime()).toBeGreaterThan(Date.now() + 4 * minuteMs)
    expect(await outcomeOf(staff.stepUp({ body }))).toBe(422)
  })

  test('a session is over after half an hour without a sign, and after eight hours with them', async () => {
    const { browser } = await ready()
    const start = Date.now()
    const at = (minutes: number) => world.setClock(new Date(start + minutes * minuteMs))
    for (let minutes = 29; minutes < 480; minutes += 29) {
      await at(minutes)
      expect(await resume(browser)).not.toBeNull()
    }
    await at(481)
    expect(await resume(browser)).toBeNull()
    await world.setClock(null)
    const idle = await ready()
    await at(31)
    expect(await resume(idle.browser)).toBeNull()
    expect(await outcomeOf(world.as(idle.session).staff.tenants())).toBe(401)
  })

  test('two tabs that wake together stay signed in, and a stolen cookie ends it', async () => {
    const { browser } = await ready()
    const other = browser.tab()
    const [mine, theirs] = await Promise.all([resume(browser), resume(other)])
    expect([mine, theirs]).not.toContain(null)
    expect(browser.cookies).toEqual(other.cookies)
    const stolen = browser.tab()
    const next = await resume(browser)
    await world.setClock(new Date(Date.now() + minuteMs))
    expect(await resume(stolen)).toBeNull()
    expect(await resume(browser)).toBeNull()
    await world.setClock(null)
    expect(await outcomeOf(world.as(next!).staff.tenants())).toBe(401)
  })

  test('signing out ends it for the very next request', async () => {
    const { browser, session } = await ready()
    expect((await browser.post('/v1/staff/sign-out')).status).toBe(204)
    expect(await outcomeOf(world.as(session).staff.tenants())).toBe(401)
    expect(await resume(browser)).toBeNull()
  })
})

const linkIn = (stdout: string) => /^password {2}\S+\/staff#([\w-]{43})$/m.exec(stdout)?.[1] ?? ''

describe('the staff', () => {
  test('the first of them is made by whoever holds the owner’s login, and gets a link each time', async () => {
    const first = { email: 'first@sonaqor.test', password: 'lemon tugboat quiver anthem' }
    const lost = linkIn((await run('Lea First', 'First@sonaqor.test')).stdout)
    const { stdout } = await run('Lea First', 'first@sonaqor.test')
    expect(stdout).toContain('known')
    const { staff } = world.as(null)
    const { password } = first
    expect(await outcomeOf(staff.setPassword({ body: { token: lost, password } }))).toBe(422)
    const token = linkIn(stdout)
    await staff.setPassword({ body: { token, password } })
    expect((await enter(new FakeBrowser(world), first)).me.role).toBe('security')
    await expect(run('Lea First', 'nobody@')).rejects.toThrow('found-staff')
  })

  test('who is a person already keeps the password that they have', async () => {
    const lead = fake.proving(await fake.enter({ role: 'security' })).staff
    const tenant = await world.tenant('Beta', { roles: ['owner'] })
    const { email, password } = await tenant.member()
    const added = await lead.addPerson({ body: { name: 'Else', email, role: 'support' } })
    expect(added.isLinkSent).toBe(false)
    const again = lead.sendLink({ params: { id: added.person.id } })
    expect(await outcomeOf(again)).toBe(409)
    expect((await enter(new FakeBrowser(world), { email, password })).me.role).toBe('support')
  })

  test('who is suspended or put into another role is signed out at once', async () => {
    const lead = fake.proving(await fake.enter({ role: 'security' })).staff
    const other = await fake.enter({ role: 'support' })
    const change = (body: object, ifMatch?: number) =>
      lead.changePerson({ params: { id: other.id }, body, ...(ifMatch ? { ifMatch } : {}) })
    expect(await change({ role: 'operations' }, 1)).toMatchObject({
      role: 'operations',
      revision: 2,
    })
    expect(await outcomeOf(world.as(other).staff.tenants())).toBe(401)
    expect(await outcomeOf(change({ state: 'suspended' }, 1))).toBe(412)
    expect(await change({ state: 'suspended' })).toMatchObject({ state: 'suspended' })
  })

  test('of all security leads who suspend each other at once one stays', async () => {
    await world.db.query(`update directory.staff set role = 'support'`)
    const leads = await Promise.all(
      Array.from({ length: 6 }, () => fake.enter({ role: 'security' })),
    )
    await Promise.all(
      leads.map((by, i) => {
        const { id } = leads[(i + 1) % leads.length]!
        const body = { state: 'suspended' as const }
        return outcomeOf(fake.proving(by).staff.changePerson({ params: { id }, body }))
      }),
    )
    const { rows } = await world.db.query(
      `select 1 from directory.staff where role = 'security' and state = 'active'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(1)
  })

  test('nobody below a security lead sees or changes the staff', async () => {
    const by = await fake.enter({ role: 'operations' })
    const { staff } = world.as(by)
    const body = { name: 'Eve', email: 'eve@sonaqor.test', role: 'security' as const }
    const acts = [staff.people(), staff.acts(), staff.addPerson({ body })]
    expect(await Promise.all(acts.map(outcomeOf))).toEqual([403, 403, 403])
  })
})

test.each([[[]], [['Lea Lead']], [['Lea Lead', 'no address']]])(
  'what is said incompletely is answered with what to say: %j',
  async (values) => {
    await expect(run(...values)).rejects.toMatchObject({
      stderr: expect.stringContaining('found-staff "<name>"'),
    })
  },
)
