/** XC-12: what is not finished is kept, and there again on any device. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let tenant: WorldTenant
let count = 0
let moment = new Date()

const params = { kind: 'cases.note', key: 'c1' } as const
const path = '/v1/drafts/cases.note/c1'

beforeAll(async () => {
  world = await startWorld({ env: { SONAQOR_LIMIT_FACTOR: '1000' } })
})
afterAll(() => world.stop())

beforeEach(async () => {
  moment = new Date()
  await world.setClock(moment)
  tenant = await world.tenant(`Writers ${(count += 1)}`, { roles: ['owner', 'viewer'] })
})

const of = async (role: 'owner' | 'viewer' = 'owner') => world.as(await tenant.member(role)).drafts
const put = async (json: unknown, at = path) =>
  world.ask(at, { as: await tenant.member(), method: 'PUT', json })
const note = (words: string) => ({ content: { words } })
const stale = { problem: { status: 412, code: 'precondition-failed' } }

describe('who may not', () => {
  test('XC-12 a stranger and a key have nothing to finish', async () => {
    expect((await world.ask('/v1/drafts')).status).toBe(401)
    expect((await world.ask('/v1/drafts', { as: await tenant.key() })).status).toBe(403)
  })

  test('XC-3 nobody else reads, changes or drops it, in the same tenant or another', async () => {
    await (await of()).save({ params, body: note('mine') })
    const other = await of('viewer')
    expect(await other.show({ params })).toEqual({ draft: null })
    expect((await other.list()).data).toEqual([])
    await other.drop({ params })
    await other.save({ params, body: note('theirs') })
    expect((await (await of()).show({ params })).draft?.content).toEqual({ words: 'mine' })
  })
})

describe('what is refused', () => {
  test('XC-12 a number that would be kept as another one, with a pointer', async () => {
    const headers = { 'content-type': 'application/json' }
    const as = await tenant.member()
    const body = '{"content":{"words":"x","a":1e999}}'
    const response = await world.ask(path, { as, method: 'PUT', headers, body })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '#/content/a' }] })
    expect((await (await of()).list()).data).toEqual([])
  })

  test.each([
    [{}, '#/content'],
    [{ content: 'words' }, '#/content'],
    [{ content: [] }, '#/content'],
    [{ content: {}, mood: 'x' }, '#/mood'],
  ])('XC-12 %j, with a pointer', async (json, pointer) => {
    const response = await put(json)
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  test('XC-12 what is larger than 64 KiB, and what has no name', async () => {
    expect((await put(note('x'.repeat(66_000)))).status).toBe(413)
    expect((await put(note('x'), '/v1/drafts/Case%20note/c1')).status).toBe(404)
    expect((await put(note('x'), `/v1/drafts/cases.note/${'k'.repeat(121)}`)).status).toBe(404)
  })

  test('XC-12 what is older does not overwrite what is newer', async () => {
    const drafts = await of()
    const first = await drafts.save({ params, body: note('desk'), ifMatch: 0 })
    expect(first).toMatchObject({ ...params, revision: 1 })
    await expect(drafts.save({ params, body: note('phone'), ifMatch: 0 })).rejects.toMatchObject(
      stale,
    )
    await drafts.save({ params, body: note('desk, on'), ifMatch: 1 })
    await expect(drafts.save({ params, body: note('phone'), ifMatch: 1 })).rejects.toMatchObject(
      stale,
    )
    expect((await drafts.show({ params })).draft).toMatchObject({
      revision: 2,
      content: { words: 'desk, on' },
    })
  })
})

describe('what happens', () => {
  test('XC-12 it is there again, newest first, until it is dropped', async () => {
    const drafts = await of()
    await drafts.save({ params, body: note('über – 🙂') })
    await world.setClock(new Date(moment.getTime() + 1000))
    await drafts.save({ params: { kind: 'rules.edit', key: 'new' }, body: note('x') })
    expect((await drafts.list()).data.map(({ kind }) => kind)).toEqual(['rules.edit', 'cases.note'])
    expect((await drafts.list({ query: { kind: 'cases.note' } })).data).toHaveLength(1)
    expect((await drafts.show({ params })).draft?.content).toEqual({ words: 'über – 🙂' })
    await drafts.drop({ params })
    await drafts.drop({ params })
    expect(await drafts.show({ params })).toEqual({ draft: null })
  })

  test('XC-12 of two devices that begin at once one is told of the other', async () => {
    const drafts = await of()
    const both = await Promise.allSettled(
      ['desk', 'phone'].map((words) => drafts.save({ params, body: note(words), ifMatch: 0 })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('XC-12 after thirty days it is forgotten, and begins anew', async () => {
    const drafts = await of()
    await drafts.save({ params, body: note('old') })
    const kept = 'select expires_at - saved_at as days from drafts where tenant_id = $1'
    expect((await world.db.query(kept, [tenant.id])).rows).toEqual([{ days: { days: 30 } }])
    await world.db.query('update drafts set expires_at = $2 where tenant_id = $1', [
      tenant.id,
      moment,
    ])
    expect(await drafts.show({ params })).toEqual({ draft: null })
    expect(await drafts.save({ params, body: note('new'), ifMatch: 0 })).toMatchObject({
      revision: 1,
    })
  })

  test('XC-12 of more than a hundred the oldest is forgotten', async () => {
    const drafts = await of()
    for (let at = 0; at <= 100; at += 1) {
      // One after another, as they are written.
      await drafts.save({ params: { kind: 'cases.note', key: `c${at}` }, body: note('x') })
    }
    const { data } = await drafts.list({ query: { limit: 200 } })
    expect(data).toHaveLength(100)
    expect(data.some(({ key }) => key === 'c0')).toBe(false)
  })
})

describe('what it leaves behind', () => {
  test('XC-12 the rows show nothing of what was written', async () => {
    await (await of()).save({ params, body: note('a very private word') })
    const { rows } = await world.db.query<{ row: string }>(
      `select encode(sealed, 'escape') as row from drafts where tenant_id = $1`,
      [tenant.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain('private')
  })
})
