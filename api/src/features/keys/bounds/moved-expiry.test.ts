/** KY-1, KY-5, KY-8: when a key ends is changed while it is in use. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Key, NewKey } from '@sonaqor/contract/keys'
import type { WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

async function issue(change: Partial<NewKey> = {}): Promise<Key & Holder> {
  const { id: appId } = await acme.app()
  const { keys } = world.as(await acme.member())
  const scopes = ['apps:read' as const, 'keys:write' as const]
  const { secret, ...key } = await keys.issue({
    body: { appId, label: 'Ending', scopes, ...change },
  })
  return { ...key, token: secret }
}

const before = (end: string, days: number) => new Date(Date.parse(end) - days * dayMs).toISOString()

const endAt = async (key: Key, body: object, holder?: Holder) =>
  world.as(holder ?? (await acme.member())).keys.update({ params: { id: key.id }, body })

/** What is due by the end of a key, and of which of its secrets. */
async function dueOf({ id }: Key) {
  const { rows } = await world.db.query<{ expiry: Date | null; reminder: Date | null }>(
    `select expiry_due_at as expiry, reminder_due_at as reminder from directory.api_keys
     where key_id = $1 order by secret_number`,
    [id],
  )
  return rows.map(({ expiry, reminder }) => [
    expiry?.toISOString() ?? null,
    reminder?.toISOString() ?? null,
  ])
}

test('KY-1 who may not change a key does not move its end, and no end lies in the past', async () => {
  const key = await issue()
  const body = { expiresAt: inDays(9) }
  expect(await refusalOf(endAt(key, body, await acme.member('viewer')))).toMatchObject({
    scope: 'keys:write',
  })
  expect(await refusalOf(endAt(key, { expiresAt: inDays(-1) }))).toMatchObject({
    status: 422,
    errors: [{ pointer: '#/expiresAt' }],
  })
})

test('KY-1 KY-8 an end that is set, put off and taken away moves what is due by it, and is told as a change', async () => {
  const key = await issue()
  const [soon, late] = [inDays(20), inDays(40)]
  expect(await endAt(key, { expiresAt: soon })).toMatchObject({ expiresAt: soon, revision: 2 })
  expect(await dueOf(key)).toEqual([[soon, before(soon, 14)]])
  await endAt(key, { expiresAt: late })
  expect(await dueOf(key)).toEqual([[late, before(late, 30)]])
  // Nothing that was there is changed by the same moment in another zone.
  const sameMoment = late.replace('Z', '+00:00')
  expect(await endAt(key, { expiresAt: sameMoment })).toMatchObject({ revision: 3 })
  await endAt(key, { expiresAt: null })
  expect(await dueOf(key)).toEqual([[null, null]])
  const { keys, audit } = world.as(await acme.member())
  const { data } = await audit.search({ query: { target: key.id, action: 'keys.updated' } })
  expect(data.map(({ before: was, after: is }) => [was, is])).toMatchObject([
    [{ expiresAt: late }, { expiresAt: null }],
    [{ expiresAt: soon }, { expiresAt: late }],
    [{ expiresAt: null }, { expiresAt: soon }],
  ])
  const { events } = await keys.history({ params: { id: key.id } })
  expect(events.map(({ changes }) => changes)).toEqual([
    [{ field: 'expiresAt', from: late, to: null }],
    [{ field: 'expiresAt', from: soon, to: late }],
    [{ field: 'expiresAt', from: null, to: soon }],
    null,
  ])
})

test('KY-3 an old secret ends no later than its key, whose newest secret carries what is due', async () => {
  const key = await issue()
  const { keys } = world.as(await acme.member())
  await keys.rotate({ params: { id: key.id }, body: { overlap: '7d' } })
  const soon = inDays(2)
  expect(await endAt(key, { expiresAt: soon })).toMatchObject({ oldSecret: { endsAt: soon } })
  expect((await dueOf(key)).map(([expiry]) => expiry)).toEqual([null, soon])
})

test('KY-1 no key puts an end off, and one brings its own nearer only if it says that it means it', async () => {
  const end = inDays(5)
  const key = await issue({ expiresAt: end })
  for (const expiresAt of [inDays(6), null]) {
    expect(await refusalOf(endAt(key, { expiresAt }, key))).toMatchObject({
      code: 'forbidden',
      errors: [{ pointer: '#/expiresAt' }],
    })
  }
  const nearer = { expiresAt: inDays(1) }
  expect(await refusalOf(endAt(key, nearer, key))).toMatchObject({
    code: 'conflict',
    errors: [{ pointer: '#/expiresAt' }],
  })
  expect(await endAt(key, { ...nearer, confirm: true }, key)).toMatchObject(nearer)
})
