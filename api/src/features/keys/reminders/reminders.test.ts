import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../../testing/builders.ts'
import { until } from '../../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ worker: true })
  acme = await world.tenant('Acme', { roles: ['owner', 'developer', 'viewer'] })
})
beforeEach(() => world.setClock(null))
afterAll(() => world.stop())

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs)

/** What the clock starts every few minutes, done to its end. */
async function lookForExpiring(): Promise<void> {
  await world.db.query(
    `insert into job_outbox (id, name, payload) values (gen_random_uuid(), 'keys.find-expiring', '{}')`,
  )
}

async function expiring(label: string, days: number) {
  const { id: appId } = await acme.app()
  const { keys } = world.as(await acme.member())
  const scopes = ['apps:read' as const]
  const body = { appId, label, scopes, expiresAt: inDays(days).toISOString() }
  return keys.issue({ body })
}

/** Who was told of a key, and how many days were left. */
async function remindersOf(keyId: string): Promise<{ role: string; days: number }[]> {
  const { rows } = await world.db.query(
    `select m.role, (n.params ->> 'days')::integer as days from notifications n
     join members m on m.tenant_id = n.tenant_id and m.id = n.member_id
     where n.kind = 'keys.expiring' and n.params ->> 'keyId' = $1 order by n.id, m.role`,
    [keyId],
  )
  return rows
}

const daysOf = async (keyId: string) =>
  (await remindersOf(keyId)).filter(({ role }) => role === 'owner').map(({ days }) => days)

test('KY-8 owners and developers are reminded 30, 14, 7 days and one day before a key expires, once each', async () => {
  const key = await expiring('Ending', 40)
  const seen: number[] = []
  for (const days of [30, 14, 7, 1]) {
    await world.setClock(inDays(40 - days - 1 / 24))
    await lookForExpiring()
    await world.setClock(inDays(40 - days + 1 / 24))
    await lookForExpiring()
    seen.push(days)
    await until(async () => (await daysOf(key.id)).length === seen.length)
    await lookForExpiring()
    expect(await daysOf(key.id)).toEqual(seen)
  }
  const roles = (await remindersOf(key.id)).map(({ role }) => role)
  expect(new Set(roles)).toEqual(new Set(['owner', 'developer']))
  expect(roles).toHaveLength(8)
})

test('KY-8 after an outage the one that is true by then is told alone, of a short-lived key those that fit', async () => {
  const long = await expiring('Long', 40)
  const short = await expiring('Short', 10)
  await world.setClock(inDays(8))
  await lookForExpiring()
  await until(async () => (await daysOf(short.id)).length === 1)
  expect([await daysOf(short.id), await daysOf(long.id)]).toEqual([[2], []])
  await world.setClock(inDays(34))
  await lookForExpiring()
  await until(async () => (await daysOf(long.id)).length === 1)
  expect(await daysOf(long.id)).toEqual([6])
})

test('KY-8 of a key that was revoked, or rotated to a later expiry, nobody is reminded', async () => {
  const { keys } = world.as(await acme.member())
  const [gone, moved, other] = [
    await expiring('Gone', 5),
    await expiring('Moved', 5),
    await expiring('Other', 5),
  ]
  await keys.revoke({ params: { id: gone.id } })
  await keys.rotate({
    params: { id: moved.id },
    body: { overlap: 'now', expiresAt: inDays(90).toISOString() },
  })
  await world.setClock(inDays(4.5))
  await lookForExpiring()
  await until(async () => (await daysOf(other.id)).length === 1)
  const { rows } = await world.db.query(
    `select 1 from directory.api_keys where key_id = any($1) and reminder_due_at <= $2`,
    [[gone.id, moved.id, other.id], inDays(4.5)],
  )
  expect(rows).toEqual([])
  expect([await daysOf(gone.id), await daysOf(moved.id)]).toEqual([[], []])
  await world.setClock(inDays(61))
  await lookForExpiring()
  await until(async () => (await daysOf(moved.id)).length === 1)
})
