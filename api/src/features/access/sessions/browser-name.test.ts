/** XC-1: a browser is known by the name that we gave it, and by none that somebody put there. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { randomBytes } from 'node:crypto'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../../testing/fake-browser.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { codeAt } from '../../factors/index.ts'

const cookie = '__Host-sonaqor-device'

let world: OwnWorld
let tenant: WorldTenant
let person: WorldMember
let moment = new Date()

beforeAll(async () => {
  world = await startWorld({ env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '1000' } })
})
afterAll(() => world.stop())

beforeEach(async () => {
  moment = new Date()
  await world.setClock(moment)
  tenant = await world.tenant(`Harrowgate ${Math.random()}`, { roles: ['owner', 'viewer'] })
  person = await tenant.member()
})

const later = (seconds: number) =>
  world.setClock((moment = new Date(moment.getTime() + seconds * 1000)))
const nameOf = (browser: FakeBrowser) => browser.cookies.get(cookie)

function named(name: string | undefined): FakeBrowser {
  const browser = new FakeBrowser(world)
  browser.cookies.set(cookie, name!)
  return browser
}

const signIn = (browser: FakeBrowser, { email, password } = person) =>
  browser.signIn(email, password)

async function setUpTotp(): Promise<string> {
  const { token } = (await (await signIn(new FakeBrowser(world))).json()) as Session
  const { account } = world.as({ token })
  const { secret } = await account.beginTotp({ body: { password: person.password } })
  await account.confirmTotp({ body: { code: codeAt(secret, moment) } })
  return secret
}

/** The whole of a sign-in, after which the browser is trusted. */
async function signInTrusted(browser: FakeBrowser, secret: string): Promise<void> {
  const { ticket } = (await (await signIn(browser)).json()) as { ticket: string }
  await later(60)
  const shown = { ticket, code: codeAt(secret, moment), trustDevice: true }
  expect((await browser.post('/v1/auth/verify-mfa', shown)).status).toBe(200)
}

describe('XC-1 a browser', () => {
  test('is not known by a name that somebody put there before its owner signed in', async () => {
    const planted = randomBytes(32).toString('base64url')
    const secret = await setUpTotp()
    const browser = named(planted)
    await signInTrusted(browser, secret)
    expect(nameOf(browser)).not.toBe(planted)
    expect((await signIn(browser)).status).toBe(200)
    expect((await signIn(named(planted))).status).toBe(401)
  })

  test('is given a new name when it is trusted, and the one that it had is nobody’s any more', async () => {
    const secret = await setUpTotp()
    const browser = new FakeBrowser(world)
    const { ticket } = (await (await signIn(browser)).json()) as { ticket: string }
    await later(60)
    const code = codeAt(secret, moment)
    expect((await browser.post('/v1/auth/verify-mfa', { ticket, code })).status).toBe(200)
    const copied = nameOf(browser)
    await signInTrusted(browser, secret)
    expect(nameOf(browser)).not.toBe(copied)
    expect((await signIn(browser)).status).toBe(200)
    expect((await signIn(named(copied))).status).toBe(401)
  })

  test('keeps its name at the next sign-in of the same person', async () => {
    const browser = new FakeBrowser(world)
    await signIn(browser)
    const name = nameOf(browser)
    expect(name).toMatch(/^[\w-]{43}$/)
    await signIn(browser)
    expect(nameOf(browser)).toBe(name)
    expect(await browser.refresh()).toBeDefined()
  })

  test('has one of its own for each person who signs in there', async () => {
    const browser = new FakeBrowser(world)
    await signIn(browser)
    const name = nameOf(browser)
    await signIn(browser, await tenant.member('viewer'))
    expect(nameOf(browser)).not.toBe(name)
    expect(await browser.refresh()).toBeDefined()
  })
})
