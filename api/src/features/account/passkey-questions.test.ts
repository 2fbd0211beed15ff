/** XC-1: what a passkey signs is good for what it was asked for, and for whom, and for nothing else. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { decodeJwt } from 'jose'
import { SoftAuthenticator } from '../../testing/authenticator.ts'
import type { WorldMember } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { askProving } from '../../testing/proving.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

type Options = Record<string, unknown>

let world: World
let person: WorldMember
let session: Session

beforeAll(async () => {
  world = await joinWorld()
})
afterAll(() => world.stop())

beforeEach(async () => {
  person = await (await world.tenant(`Harrowgate ${Math.random()}`, { roles: ['owner'] })).member()
  session = await signIn()
})

async function signIn({ email, password } = person): Promise<Session> {
  return (await (await new FakeBrowser(world).signIn(email, password)).json()) as Session
}

/** What anybody may ask for, with the ticket of a sign-in that waits or without one. */
async function askInPublic(body: { ticket?: string } = {}): Promise<Options> {
  const answer = await new FakeBrowser(world).post('/v1/auth/passkey-options', body)
  return ((await answer.json()) as { options: Options }).options
}

const begin = async (from = session) =>
  (await world.as(from).account.beginPasskey({ body: { password: person.password } })).options
const askToStepUp = async (from = session) =>
  (await world.as(from).auth.stepUpOptions()).options ?? {}

const add = (passkey: object, from = session) =>
  world.ask('/v1/account/passkeys', { as: from, json: { name: 'Laptop', passkey } })

async function setUp(from = session): Promise<SoftAuthenticator> {
  const device = new SoftAuthenticator(ownOrigin)
  expect((await add(device.create(await begin(from)), from)).status).toBe(201)
  return device
}

const pointersOf = async (answer: Response) => [
  answer.status,
  ...((await answer.json()) as ProblemDocument).errors!.map(({ pointer }) => pointer),
]
const passkeysOf = async (from = session) => (await world.as(from).account.showFactors()).passkeys
const statusOfSignIn = async (passkey: object, server = 0) =>
  (await new FakeBrowser(world).post('/v1/auth/passkey-sign-in', { passkey }, server)).status
const statusOfStepUp = async (passkey: object, from = session) =>
  (await world.ask('/v1/auth/step-up', { as: from, json: { passkey } })).status

/** A sign-in whose password was right, up to its ticket. */
async function wait(): Promise<string> {
  const answer = await new FakeBrowser(world).signIn(person.email, person.password)
  return ((await answer.json()) as { ticket: string }).ticket
}

const forge = (options: Options) => new SoftAuthenticator(ownOrigin).create(options)

describe('XC-1 no passkey is added', () => {
  test('by the answer to a question that anybody may ask', async () => {
    expect(await pointersOf(await add(forge(await askInPublic())))).toEqual([422, '#/passkey'])
    expect(await passkeysOf()).toEqual([])
  })

  test('by the answer to one that another session of the same person has asked', async () => {
    const other = await signIn()
    const answer = forge(await begin(other))
    expect(await pointersOf(await add(answer))).toEqual([422, '#/passkey'])
    expect(await passkeysOf()).toEqual([])
    expect((await add(answer, other)).status).toBe(201)
  })

  test('by the answer to one that a factor was to be shown with', async () => {
    const device = await setUp()
    const prove = async (operation: string) => {
      const json = { passkey: device.get(await askToStepUp()), operation }
      const answer = await world.ask('/v1/auth/step-up', { as: session, json })
      return ((await answer.json()) as { proof: string }).proof
    }
    for (const options of [await askToStepUp(), await askInPublic({ ticket: await wait() })]) {
      const asked = { as: session, json: { name: 'Laptop', passkey: forge(options) } }
      const answer = await askProving(world, '/v1/account/passkeys', asked, prove)
      expect(await pointersOf(answer)).toEqual([422, '#/passkey'])
    }
    expect(await passkeysOf()).toHaveLength(1)
  })

  test('in a session that a provider has opened, to somebody who has proved nothing', async () => {
    const { sub } = decodeJwt(session.token)
    await world.db.query('update sessions set by_sso = true where id = $1', [sub])
    await world.db.query(`update directory.people set password_hash = $2 where id = $1`, [
      person.personId,
      '$argon2id$v=19$m=65536,t=3,p=1$oav2wjdtx+MYrATonMvPmA$VDt3RXPie4bhV13egPBfLxy5YLCHvXVxkED1Vmw0RuI',
    ])
    const asked = await world.ask('/v1/account/passkeys/options', { as: session, json: {} })
    expect(await pointersOf(asked)).toEqual([422, '#/password'])
    expect(await pointersOf(await add(forge(await askInPublic())))).toEqual([422, '#/passkey'])
    expect(await passkeysOf()).toEqual([])
  })

  test('and so the session has shown no factor by it', async () => {
    await add(forge(await askInPublic()))
    const { data } = await world.as(session).sessions.list()
    expect(data.find(({ current }) => current)).toMatchObject({ secondFactorAt: null })
  })
})

describe('XC-1 the question of a passkey', () => {
  test('that is to be made signs nobody in, and shows no factor', async () => {
    const device = await setUp()
    expect(await statusOfSignIn(device.get(await begin()))).toBe(401)
    expect(await statusOfStepUp(device.get(await begin()))).toBe(422)
  })

  test('of a sign-in shows no factor in a session, nor finishes another sign-in', async () => {
    const device = await setUp()
    expect(await statusOfStepUp(device.get(await askInPublic()))).toBe(422)
    const [ticket, other] = [await wait(), await wait()]
    for (const options of [await askInPublic(), await askInPublic({ ticket: other })]) {
      const shown = { ticket, passkey: device.get(options) }
      expect((await new FakeBrowser(world).post('/v1/auth/verify-mfa', shown)).status).toBe(401)
    }
    const passkey = device.get(await askInPublic({ ticket }))
    const right = await new FakeBrowser(world).post('/v1/auth/verify-mfa', { ticket, passkey })
    expect(right.status).toBe(200)
  })

  test('of a session is answered in that session', async () => {
    const device = await setUp()
    const other = (await new FakeBrowser(world)
      .post('/v1/auth/passkey-sign-in', { passkey: device.get(await askInPublic()) })
      .then((answer) => answer.json())) as Session
    expect(await statusOfStepUp(device.get(await askToStepUp(other)))).toBe(422)
    expect(await statusOfStepUp(device.get(await askToStepUp()))).toBe(200)
  })

  test('200 that bring one answer at once have one winner', async () => {
    const passkey = (await setUp()).get(await askInPublic())
    const statuses = await Promise.all(
      Array.from({ length: 200 }, (_, i) => statusOfSignIn(passkey, i % 2)),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => ![200, 401, 503].includes(status))).toEqual([])
  })
})
