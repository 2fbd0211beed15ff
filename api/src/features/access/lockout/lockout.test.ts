import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startProcessWorld, type ProcessWorld } from '../../../testing/world.ts'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../../testing/fake-browser.ts'

let world: ProcessWorld
let tenant: WorldTenant
let somebody: WorldMember
let hour = 0

beforeAll(async () => {
  world = await startProcessWorld({
    processes: 2,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '100' },
  })
  tenant = await world.tenant('Acme', { roles: ['owner'] })
  somebody = await tenant.member()
})
afterAll(() => world.stop())

/** Each test begins an hour after the one before, when every counter is forgotten. */
const start = Date.now()
const at = (seconds: number) => world.setClock(new Date(start + hour * 3_600_000 + seconds * 1000))
beforeEach(async () => {
  hour += 1
  await at(0)
})

const guess = (email: string, password = 'a guess that is wrong', server = 0) =>
  world.ask('/v1/auth/sign-in', { json: { email, password }, server })

/** Five at once; the fifth delays the next by one second, that one by two, then four, … */
const triesWithin = (startedAt: number) =>
  5 + Math.floor(Math.log2(1 + (performance.now() - startedAt) / 1000))

async function guessUntilLocked(email: string): Promise<void> {
  for (const seconds of [0, 0, 0, 0, 0, 2, 5, 10, 20, 40]) {
    await at(seconds)
    expect((await guess(email)).status).toBe(401)
  }
}

test('XC-1 guesses in parallel, at two processes, get no more tries than guesses in a row', async () => {
  const { email } = somebody
  const startedAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => guess(email, undefined, i % 2)),
  )
  const looked = answers.filter(({ status }) => status === 401)
  const blocked = answers.filter(({ status }) => status === 429)
  expect(looked.length).toBeGreaterThanOrEqual(5)
  expect(looked.length).toBeLessThanOrEqual(triesWithin(startedAt))
  expect(looked.length + blocked.length).toBe(40)
  expect(Number(blocked[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('the wait is said in words, the same as in the header', async () => {
  await guessUntilLocked(somebody.email)
  for (const second of [41, 40 + 899.5]) {
    await at(second)
    const answer = await guess(somebody.email)
    const seconds = Number(answer.headers.get('retry-after'))
    const wait = seconds === 1 ? '1 second' : `${seconds} seconds`
    expect(await answer.json()).toMatchObject({
      detail: `Too many attempts to sign in. Try again in ${wait}.`,
    })
  }
})

test('the tenth failure locks for 15 minutes, for the right password too, and says how long', async () => {
  const { email, password } = somebody
  await guessUntilLocked(email)
  await at(41)
  const answer = await guess(email, password)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(890)
  expect(await answer.json()).toMatchObject({ code: 'quota-exceeded' })
  await at(42 + 900)
  expect((await guess(email, password)).status).toBe(200)
})

test('an e-mail that nobody has is locked just the same', async () => {
  await guessUntilLocked('nobody@world.test')
  await at(41)
  const answer = await guess('Nobody@World.test')
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(890)
})

test('a stranger who locks an account does not lock out the device that its owner uses', async () => {
  const { email, password } = somebody
  const laptop = new FakeBrowser(world)
  expect((await laptop.signIn(email, password)).status).toBe(200)
  await guessUntilLocked(email)
  await at(41)
  expect((await guess(email, password)).status).toBe(429)
  expect((await laptop.signIn(email, password)).status).toBe(200)
})

test('a known device has no more tries than any other', async () => {
  const { email, password } = somebody
  const laptop = new FakeBrowser(world)
  await laptop.signIn(email, password)
  const startedAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => laptop.tab().signIn(email, 'a guess that is wrong')),
  )
  const looked = answers.filter(({ status }) => status === 401)
  expect(looked.length).toBeLessThanOrEqual(triesWithin(startedAt))
})

test('signing in forgets the failures before it', async () => {
  const { email, password } = somebody
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 4; i += 1) expect((await guess(email)).status).toBe(401)
    expect((await guess(email, password)).status).toBe(200)
  }
})

describe('XC-1 one network that guesses at many addresses', () => {
  let strict: ProcessWorld
  beforeAll(async () => {
    strict = await startProcessWorld({ env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '2' } })
  })
  afterAll(() => strict.stop())

  const base = Date.now() + 400 * 86_400_000
  const then = (seconds: number) => strict.setClock(new Date(base + seconds * 1000))
  const spray = async (email: string) => {
    const json = { email, password: 'a guess that is wrong' }
    return (await strict.ask('/v1/auth/sign-in', { json })).status
  }
  /** Fifty of people, and ten that nobody has: a guess at one of those takes a hash at full cost. */
  const addresses = async (without: string): Promise<string[]> => {
    for (let i = 0; i < 10; i += 1) await strict.tenant(`Sprayed ${i}`)
    const { rows } = await strict.db.query<{ email: string }>(
      'select email from directory.people where email <> $1 limit 50',
      [without],
    )
    return [
      ...rows.map(({ email }) => email),
      ...Array.from({ length: 10 }, (_, i) => `nobody-${i}@world.test`),
    ]
  }

  test('is slowed after sixty of them, and others are not locked out by it', async () => {
    const { email, password } = await (
      await strict.tenant('Sprayed', { roles: ['owner'] })
    ).member()
    const laptop = new FakeBrowser(strict)
    expect((await laptop.signIn(email, password)).status).toBe(200)
    await then(0)
    const sixty = await addresses(email)
    expect(sixty).toHaveLength(60)
    for (const one of sixty) expect(await spray(one)).toBe(401)
    // Each minute has its own quota of requests; this one is not what slows.
    await then(61)
    const began = performance.now()
    const statuses = []
    for (let i = 0; i < 40; i += 1) statuses.push(await spray(`somebody-${i}@world.test`))
    const looked = statuses.filter((status) => status === 401).length
    expect(looked).toBeLessThanOrEqual(1 + Math.log2(2 + (performance.now() - began) / 1000))
    expect(statuses).toContain(429)
    expect((await laptop.signIn(email, password)).status).toBe(200)
  })

  test('is slowed though somebody signs in from there by a known browser, again and again', async () => {
    await then(3600)
    const own = await (await strict.tenant('Guesser', { roles: ['owner'] })).member()
    const laptop = new FakeBrowser(strict)
    const comeIn = async () => (await laptop.signIn(own.email, own.password)).status
    expect(await comeIn()).toBe(200)
    const sixty = await addresses(own.email)
    for (const one of sixty.slice(0, 40)) expect(await spray(one)).toBe(401)
    await then(3661)
    for (let i = 0; i < 40; i += 1) expect(await comeIn()).toBe(200)
    await then(3722)
    const statuses = []
    for (const one of [...sixty, ...sixty].slice(40, 65)) statuses.push(await spray(one))
    expect(statuses).toContain(429)
  })

  test('is not slowed by whoever signs in rightly', async () => {
    await then(7200)
    const { email, password } = await (await strict.tenant('Office', { roles: ['owner'] })).member()
    for (let round = 0; round < 3; round += 1) {
      await then(7200 + round * 61)
      for (let i = 0; i < 30; i += 1) {
        const json = { email, password }
        expect((await strict.ask('/v1/auth/sign-in', { json })).status).toBe(200)
      }
    }
  })
})
