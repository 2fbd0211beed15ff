/** XC-1: who changes the staff proves a second factor for that very change, however fresh the session is. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { StaffSession } from '@sonaqor/contract/staff'
import { decodeJwt } from 'jose'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import { operationIn } from '../../testing/proving.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'
import { codeAt } from '../factors/index.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

let world: World
let fake: FakeStaff
let lead: Holder
let codes: string[]
let other: AtWork

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeStaff.of(world)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})
beforeEach(async () => {
  const { email, password } = await fake.add('security')
  const answer = await new FakeBrowser(world).post('/v1/staff/sign-in', { email, password })
  lead = (await answer.json()) as StaffSession
  const { staff } = world.as(lead)
  const { secret } = await staff.beginTotp({ body: { password } })
  const body = { code: codeAt(secret, new Date()) }
  codes = [...(await staff.confirmTotp({ body })).recoveryCodes]
  other = await fake.enter({ role: 'support' })
})

const change = (json: object, proof?: string, { as = lead, id = other.id, server = 0 } = {}) =>
  world.ask(`/v1/staff/people/${id}`, {
    method: 'PATCH',
    as,
    server,
    json,
    headers: proof ? { 'step-up-proof': proof } : {},
  })

/** Shows a factor for what a refusal has named. */
async function prove(asked: Promise<Response>): Promise<string> {
  const body = { recoveryCode: codes.pop()!, operation: (await operationIn(await asked))! }
  return (await world.as(lead).staff.stepUp({ body })).proof!
}

describe('who may not', () => {
  test.each<[string, () => Promise<Response>]>([
    ['a role', () => change({ role: 'security' })],
    ['whether somebody comes in at all', () => change({ state: 'suspended' })],
    [
      'who belongs to them',
      () =>
        world.ask('/v1/staff/people', {
          as: lead,
          json: { name: 'Eve', email: 'eve@sonaqor.test', role: 'security' },
        }),
    ],
    [
      'who gets a link to a password',
      () => world.ask(`/v1/staff/people/${other.id}/link`, { method: 'POST', as: lead }),
    ],
  ])('a session that has just shown a factor changes nothing of %s by that', async (_, act) => {
    const answer = await act()
    expect((await answer.json()) as ProblemDocument).toMatchObject({
      status: 403,
      code: 'step-up-required',
      stepUp: 'operation',
      operation: expect.stringMatching(/^(PATCH|POST) \/v1\/staff\/people\S*#[\w-]{43}$/),
    })
  })

  test('another lead with a proof that was given to this one', async () => {
    const proof = await prove(change({ role: 'operations' }))
    const as = await fake.enter({ role: 'security' })
    expect((await change({ role: 'operations' }, proof, { as })).status).toBe(403)
  })
})

describe('a proof', () => {
  test('is for the role and the person that it was asked for, and for no other', async () => {
    const proof = await prove(change({ role: 'operations' }))
    expect((await change({ role: 'security' }, proof)).status).toBe(403)
    expect((await change({ state: 'suspended' }, proof)).status).toBe(403)
    const { id } = await fake.enter({ role: 'support' })
    expect((await change({ role: 'operations' }, proof, { id })).status).toBe(403)
    expect((await change({ role: 'operations' }, proof)).status).toBe(200)
    expect((await change({ role: 'operations' }, proof)).status).toBe(403)
  })

  test('of 40 that bring it at once has one winner', async () => {
    const proof = await prove(change({ role: 'operations' }))
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        change({ role: 'operations' }, proof, { server: i % 2 }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => ![200, 403, 503].includes(status))).toEqual([])
  })

  test('does not make the session fresher, and stands in what staff did', async () => {
    const shownAt = async () =>
      (
        await world.db.query(
          'select second_factor_at from directory.staff_sessions where id = $1',
          [decodeJwt(lead.token).sub],
        )
      ).rows
    const before = await shownAt()
    expect(before).toHaveLength(1)
    await prove(change({ role: 'operations' }))
    expect(await shownAt()).toEqual(before)
    const { data } = await world.as(lead).staff.acts({ query: { limit: 20 } })
    expect(data.find(({ action }) => action === 'staff.stepped-up')).toMatchObject({
      detail: { operation: `PATCH /v1/staff/people/${other.id}` },
    })
  })
})
