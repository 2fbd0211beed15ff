/** XC-1: what does lasting harm is confirmed with a second factor, and a proof for one operation works once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import { createHash } from 'node:crypto'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { Holder } from '../../testing/transport.ts'
import type { OwnWorld } from '../../testing/world.ts'
import { uuidv7 } from '../crypto/index.ts'

let world: OwnWorld
let tenantId: string
let someone: Holder
let door: string

beforeAll(async () => {
  world = await startToyWorld({ processes: 2 })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.setClock(null)
  tenantId = uuidv7()
  someone = bearer(tenantId)
  door = uuidv7()
})

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

const pass = async (secondFactorAt?: Date) =>
  world.ask('/v1/doors/pass', { as: bearer(tenantId, { secondFactorAt }) })

interface Asking {
  readonly as?: Holder
  readonly id?: string
  readonly refuse?: boolean
  readonly query?: string
  readonly body?: string
  readonly idempotencyKey?: string
  readonly server?: number
}

const unlock = (proof: string | null, asking: Asking = {}) => {
  const { as = someone, id = door, refuse = false, query = '', body, server = 0 } = asking
  const { idempotencyKey } = asking
  return world.ask(`/v1/doors/${id}/unlock${query}`, {
    method: 'POST',
    as,
    server,
    body: body ?? JSON.stringify({ refuse }),
    headers: {
      'content-type': 'application/json',
      ...(proof === null ? {} : { 'step-up-proof': proof }),
      ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    },
  })
}

/** What a refusal names, which anybody hears who is asked for a proof. */
async function nameOf(asking: Asking = {}): Promise<string> {
  return ((await (await unlock(null, asking)).json()) as ProblemDocument).operation!
}

async function prove(asking: Asking = {}): Promise<string> {
  const operation = await nameOf(asking)
  const { as = someone } = asking
  const answer = await world.ask('/v1/doors/prove', { as, json: { operation } })
  return ((await answer.json()) as { proof: string }).proof
}

describe('a session', () => {
  test('that has proved nothing is told what it takes', async () => {
    const answer = await pass()
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      code: 'step-up-required',
      title: 'Confirm with your second factor',
      stepUp: 'session',
    })
  })

  test('may for five minutes after its second factor, and no longer', async () => {
    expect((await pass(ago(290))).status).toBe(204)
    expect((await pass(ago(301))).status).toBe(403)
  })
})

describe('a proof of one operation', () => {
  test('opens that operation once, in whichever process', async () => {
    const proof = await prove()
    expect((await unlock(proof, { server: 1 })).status).toBe(204)
    const again = await unlock(proof)
    expect(await again.json()).toMatchObject({ code: 'step-up-required', stepUp: 'operation' })
  })

  test('is asked for though the session has just proved a second factor', async () => {
    const recent = bearer(tenantId, { secondFactorAt: new Date() })
    expect((await unlock(null, { as: recent })).status).toBe(403)
  })

  test('opens nothing else, for nobody else, and nothing after five minutes', async () => {
    const proof = await prove()
    expect((await unlock(proof, { id: uuidv7() })).status).toBe(403)
    expect((await unlock(proof, { as: bearer(tenantId) })).status).toBe(403)
    expect((await unlock(`${proof.slice(1)}x`)).status).toBe(403)
    await world.setClock(new Date(Date.now() + 301_000))
    expect((await unlock(proof)).status).toBe(403)
  })

  test('XC-1 opens what it was asked for alone, as it was read: no other body, no other query', async () => {
    const proof = await prove({ query: '?gate=north' })
    expect((await unlock(proof, { query: '?gate=north', refuse: true })).status).toBe(403)
    expect((await unlock(proof, { query: '?gate=south' })).status).toBe(403)
    expect((await unlock(proof)).status).toBe(403)
    const spelt = { query: '?gate=%6eorth', body: ' { "refuse" : false } ' }
    expect((await unlock(proof, spelt)).status).toBe(204)
  })

  test('XC-8 is taken with the Idempotency-Key of the request that was refused for want of it', async () => {
    const idempotencyKey = uuidv7()
    const proof = await prove({ idempotencyKey })
    expect((await unlock(proof, { idempotencyKey })).status).toBe(204)
    const again = await unlock(null, { idempotencyKey })
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([204, 'true'])
  })

  test('XC-1 tells nobody who sees its name what was in the body', async () => {
    const [yes, no] = [await nameOf({ refuse: true }), await nameOf({ refuse: false })]
    expect(yes).toMatch(new RegExp(`^POST /v1/doors/${door}/unlock#[\\w-]{43}$`))
    expect(yes).not.toBe(no)
    const plain = `POST /v1/doors/${door}/unlock [{},{"refuse":true}]`
    const digest = createHash('sha256').update(plain).digest('base64url')
    expect(yes).not.toContain(digest)
  })

  test('is still good where the operation was refused for another reason', async () => {
    const proof = await prove({ refuse: true })
    expect((await unlock(proof, { refuse: true })).status).toBe(409)
    expect((await unlock(proof, { refuse: true })).status).toBe(409)
  })

  test('has one winner of 200 that bring it at once', async () => {
    const proof = await prove()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => unlock(proof, { server: i % 2 })),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(199)
  })
})
