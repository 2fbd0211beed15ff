/** XC-1: a new tenant and its owner, by an address that is confirmed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { tracesOf } from '../../testing/traces.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { jobsDone, mailOf, mailsTo, tokenIn } from '../../testing/fake-mailbox.ts'

let world: ProcessWorld
let count = 0
let email = ''

const password = 'lemon tugboat quiver anthem'
const subject = /^Confirm your e-mail address$/
const knownSubject = /^You have an account already$/

beforeAll(async () => {
  world = await startProcessWorld({
    processes: 2,
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '1000', SONAQOR_DEMO: 'true' },
  })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.setClock(new Date())
  email = `founder-${(count += 1)}@world.test`
})

const signUp = (address = email, tenantName = 'Wexford Mutual') =>
  world.ask('/v1/auth/sign-up', { json: { tenantName, name: 'Raja Menon', email: address } })

async function link(): Promise<string> {
  expect((await signUp()).status).toBe(202)
  return tokenIn(await mailOf(world, email, subject), '/sign-up')
}

const confirm = (token: string, from = new FakeBrowser(world), chosen = password, server = 0) =>
  from.post('/v1/auth/confirm-sign-up', { token, password: chosen }, server)

const secondLink = async () => {
  await signUp()
  return tokenIn(await mailOf(world, email, subject, 2), '/sign-up')
}

const countPeople = async () => {
  const { rows } = await world.db.query<{ count: number }>(
    `select count(*)::int as count from directory.people where email = $1`,
    [email],
  )
  return rows[0]!.count
}

describe('XC-1 whoever signs up', () => {
  test('gets one and the same answer, known or not', async () => {
    const { email: known } = await (await world.tenant('Known', { roles: ['owner'] })).member()
    const answers = await Promise.all([signUp(known), signUp()])
    const told = await Promise.all(
      answers.map(async (answer) => [
        answer.status,
        await answer.text(),
        [...answer.headers.keys()].toSorted(),
      ]),
    )
    expect(told[0]).toEqual(told[1])
    await mailOf(world, known, knownSubject)
    expect((await mailsTo(world, known)).map((mail) => mail.subject)).toEqual([
      'You have an account already',
    ])
  })

  test('is written to three times an hour, and no more', async () => {
    await Promise.all(Array.from({ length: 8 }, () => signUp()))
    await mailOf(world, email, subject, 3)
    await jobsDone(world)
    expect(await mailsTo(world, email)).toHaveLength(3)
  })

  test('is nobody before the address is confirmed', async () => {
    await link()
    expect(await countPeople()).toBe(0)
    expect((await new FakeBrowser(world).signIn(email, password)).status).toBe(401)
  })
})

describe('XC-1 an address is not confirmed', () => {
  test('by a link that was never made, or is thirty minutes old', async () => {
    const token = await link()
    expect((await confirm('no such link')).status).toBe(422)
    await world.setClock(new Date(Date.now() + 30 * 60_000 + 1000))
    expect((await confirm(token)).status).toBe(422)
    expect(await countPeople()).toBe(0)
  })

  test('with a weak password, and the link stays good', async () => {
    const token = await link()
    for (const weak of ['123456789012345', 'wexford-mutual-1', 'Raja Menon 2026!']) {
      expect((await confirm(token, new FakeBrowser(world), weak)).status).toBe(422)
    }
    expect((await confirm(token)).status).toBe(200)
  })

  test('by another page than our own', async () => {
    const headers = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }
    const json = { token: await link(), password }
    expect((await world.ask('/v1/auth/confirm-sign-up', { json, headers })).status).toBe(403)
  })

  test('where it has become somebody’s meanwhile, whose password stays', async () => {
    const [one, other] = [await link(), await secondLink()]
    expect((await confirm(one)).status).toBe(200)
    const answer = await confirm(other, new FakeBrowser(world), 'anthem quiver tugboat lemon')
    expect(answer.status).toBe(409)
    expect((await new FakeBrowser(world).signIn(email, password)).status).toBe(200)
  })
})

describe('XC-1 by the link', () => {
  test('a tenant comes about with its owner, who is signed in', async () => {
    const browser = new FakeBrowser(world)
    const session = (await (await confirm(await link(), browser)).json()) as Session
    expect(session.me).toMatchObject({
      person: { name: 'Raja Menon', email },
      tenant: { name: 'Wexford Mutual', plan: 'free' },
      role: 'owner',
    })
    expect((await browser.resume())?.me.tenant.id).toBe(session.me.tenant.id)
    await world.as(session).projects.create({ body: { name: 'The first one' } })
    expect((await browser.signIn(email, password)).status).toBe(200)
    const { rows } = await world.db.query(`select demo, plan from tenants where id = $1`, [
      session.me.tenant.id,
    ])
    expect(rows).toEqual([{ demo: false, plan: 'free' }])
  })

  test('200 that bring it at once found one tenant', async () => {
    const token = await link()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        confirm(token, new FakeBrowser(world), password, i % 2),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => ![200, 422, 503].includes(status))).toEqual([])
    expect(await countPeople()).toBe(1)
  })

  test('nothing of it is kept as it is', async () => {
    const token = await link()
    await confirm(token)
    expect(await tracesOf(world.db, token)).toEqual(['public.development_mails'])
    expect(await tracesOf(world.db, password)).toEqual([])
  })

  test('XC-4 the log of the tenant begins with it', async () => {
    const session = (await (await confirm(await link())).json()) as Session
    const { data } = await world.as(session).audit.search()
    expect(data.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['tenants.founded', 'sessions.started']),
    )
    expect(await world.as(session).audit.verify()).toMatchObject({ intact: true })
  })
})
