/** XC-1, V16.3.1: what is left of sign-ins that were refused, and who hears of a lock. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../../testing/fake-browser.ts'
import { until } from '../../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../../testing/world.ts'
import { codeAt } from '../../factors/index.ts'

const server = fileURLToPath(new URL('../../../server.ts', import.meta.url))

let world: ProcessWorld
let tenant: WorldTenant
let somebody: WorldMember

beforeAll(async () => {
  world = await startProcessWorld({
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '1000' },
  })
})
afterAll(() => world?.stop())

const start = Date.now()
let hour = 0
const at = (seconds: number) => world.setClock(new Date(start + hour * 3_600_000 + seconds * 1000))
beforeEach(async () => {
  hour += 1
  await at(0)
  tenant = await world.tenant(`Acme ${hour}`, { roles: ['owner'] })
  somebody = await tenant.member()
})

interface Line {
  readonly [name: string]: unknown
}

let begun = 0
/** What the process has written of refused sign-ins in this test. */
const linesNow = () =>
  world.servers[0]!.output()
    .slice(begun)
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.includes('a sign-in was refused'))

async function lines(count: number): Promise<Line[]> {
  await until(() => linesNow().length >= count)
  return linesNow().map((line) => JSON.parse(line) as Line)
}
beforeEach(() => {
  begun = world.servers[0]!.output().length
})

const guess = (email: string, password = 'a guess that is wrong') =>
  world.ask('/v1/auth/sign-in', { json: { email, password } })

/** Ten in a row; each waits for as long as it is asked to. */
async function guessUntilLocked(guessOnce: () => Promise<Response>): Promise<void> {
  for (const seconds of [0, 0, 0, 0, 0, 2, 5, 10, 20, 40]) {
    await at(seconds)
    expect((await guessOnce()).status).not.toBe(429)
  }
}

const askForMark = (...values: string[]) =>
  promisify(execFile)(process.execPath, [server, 'account-mark', ...values], {
    env: { ...world.env },
  })

describe('the process log', () => {
  test('tells of a wrong password with address and a mark of the account, alike for known and unknown', async () => {
    await guess(somebody.email)
    await guess(somebody.email.toUpperCase())
    await guess('nobody@nowhere.example')
    const [first, again, unknown] = await lines(3)
    expect(first).toMatchObject({ level: 40, why: 'password', ip: expect.any(String) })
    expect(first?.['account']).toMatch(/^[\da-f]{16}$/)
    expect(again?.['account']).toBe(first?.['account'])
    expect(unknown?.['account']).not.toBe(first?.['account'])
    expect(Object.keys(unknown!)).toEqual(Object.keys(first!))
    const written = world.servers[0]!.output()
    expect(written).not.toContain('nobody@nowhere.example')
    expect(written.toLowerCase()).not.toContain(somebody.email.toLowerCase())
    expect(written).not.toContain('a guess that is wrong')
  })

  test('is searched by a mark that a command tells to whoever runs the house', async () => {
    await guess(somebody.email)
    const { stdout } = await askForMark(somebody.email)
    expect((await lines(1))[0]?.['account']).toBe(stdout.trim())
    await expect(askForMark('no address')).rejects.toMatchObject({
      stderr: expect.stringContaining('account-mark <e-mail>'),
    })
  })

  test('tells of the tenth as a lock, and of each try while it stands', async () => {
    await guessUntilLocked(() => guess(somebody.email))
    const whys = (await lines(11)).map(({ why }) => why)
    expect(whys).toEqual([...Array(9).fill('password'), 'locked', 'password'])
    await at(41)
    expect((await guess(somebody.email, somebody.password)).status).toBe(429)
    expect((await lines(12)).at(-1)).toMatchObject({ why: 'waits', seconds: expect.any(Number) })
  })

  test('tells of a wrong second factor at sign-in, and of one that was asked for again', async () => {
    const { browser, session, secret } = await withTotp()
    const { ticket } = await waitForFactor()
    await new FakeBrowser(world).post('/v1/auth/verify-mfa', { ticket, code: '000000' })
    const token = session.token
    const json = { code: codeAt(secret, new Date(0)) }
    const refused = await world.ask('/v1/auth/step-up', { as: { token }, json })
    expect(refused.status).toBe(422)
    const [atSignIn, again] = (await lines(2)).filter(({ why }) => why === 'second-factor')
    expect(atSignIn).toMatchObject({
      factor: 'code',
      signIn: expect.stringMatching(/^[\da-f]{16}$/),
    })
    expect(again).toMatchObject({ factor: 'code', member: somebody.id, ip: expect.any(String) })
    expect(browser).toBeTruthy()
    expect(world.servers[0]!.output()).not.toContain(ticket)
  })
})

const told = async () =>
  (await world.as(somebody).notifications.list()).data.filter(
    ({ kind }) => kind === 'account.locked',
  )

/** What somebody sees from outside who has locked an address. */
async function lockedOut(email: string) {
  await guessUntilLocked(() => guess(email))
  await at(41)
  const answer = await guess(email)
  return [answer.status, Math.round(Number(answer.headers.get('retry-after')) / 60)]
}

describe('a lock', () => {
  test('is told to whom it keeps out, where they are, and stands in the audit log', async () => {
    const elsewhere = await world.tenant('Elsewhere', { roles: ['owner'] })
    await guessUntilLocked(() => guess(somebody.email))
    await until(async () => (await told()).length > 0)
    expect(await told()).toHaveLength(1)
    const { data } = await world.as(somebody).audit.search({ query: { area: 'account' } })
    expect(data).toMatchObject([
      {
        action: 'account.locked-out',
        target: somebody.id,
        actor: { kind: 'system' },
        after: { what: 'password', ip: expect.any(String) },
      },
    ])
    const others = await world
      .as(await elsewhere.member())
      .audit.search({ query: { area: 'account' } })
    expect(others.data).toEqual([])
  })

  test('of wrong second factors is told as well, for the password was right', async () => {
    await withTotp()
    const { ticket } = await waitForFactor()
    await guessUntilLocked(() =>
      new FakeBrowser(world).post('/v1/auth/verify-mfa', { ticket, code: '000000' }),
    )
    await until(async () => (await told()).length > 0)
    expect((await told())[0]).toMatchObject({
      body: expect.stringContaining('after your right password'),
    })
  })

  test('of an address that nobody has is told to nobody, and looks the same from outside', async () => {
    const known = await lockedOut(somebody.email)
    await until(async () => (await told()).length === 1)
    hour += 1
    expect(await lockedOut('nobody@nowhere.example')).toEqual(known)
    const { rows } = await world.db.query(
      "select 1 from audit_entries where action = 'account.locked-out' and at > $1",
      [new Date(start + hour * 3_600_000)],
    )
    expect(rows).toEqual([])
  })
})

async function withTotp(): Promise<{ browser: FakeBrowser; session: Session; secret: string }> {
  const { email, password } = somebody
  const browser = new FakeBrowser(world)
  const session = (await (await browser.signIn(email, password)).json()) as Session
  const api = world.as({ token: session.token })
  const { secret } = await api.account.beginTotp({ body: { password } })
  const now = new Date(start + hour * 3_600_000)
  await api.account.confirmTotp({ body: { code: codeAt(secret, now) } })
  return { browser, session, secret }
}

/** Signs in elsewhere, as far as the password goes. */
async function waitForFactor(): Promise<{ ticket: string }> {
  const { email, password } = somebody
  const answer = await new FakeBrowser(world).signIn(email, password)
  return (await answer.json()) as { ticket: string }
}
