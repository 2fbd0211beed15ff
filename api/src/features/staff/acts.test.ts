/** What staff did, as security leads read it: page by page, newest first, and nothing twice or left out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

let world: OwnWorld
let fake: FakeStaff
let lead: AtWork

beforeAll(async () => {
  world = await startWorld()
  fake = await FakeStaff.of(world)
  lead = await fake.enter({ role: 'security', name: 'Lea Lead' })
  // Several of one moment, as a busy house has them.
  await world.db.query(
    `insert into directory.staff_acts (id, staff_id, action, target, detail, at)
     select uuidv7(), $1, 'act ' || n, null, '{}', now() - make_interval(mins => n / 3)
     from generate_series(1, 25) n`,
    [lead.id],
  )
})
afterAll(async () => {
  await fake?.close()
  await world?.stop()
})

const read = (query: { limit?: number; cursor?: string }, who = lead) =>
  world.as(who).staff.acts({ query })

test('XC-8 the pages hold everything once, there and back', async () => {
  const whole = (await read({ limit: 200 })).data.map(({ id }) => id)
  const pages: string[][] = []
  let last = await read({ limit: 10 })
  pages.push(last.data.map(({ id }) => id))
  while (last.page.next) {
    last = await read({ limit: 10, cursor: last.page.next })
    pages.push(last.data.map(({ id }) => id))
  }
  expect(pages.map(({ length }) => length)).toEqual([10, 10, 5])
  expect(pages.flat()).toEqual(whole)
  const back = await read({ limit: 10, cursor: last.page.prev! })
  expect(back.data.map(({ id }) => id)).toEqual(pages[1])
})

test('an act names what it was done to', async () => {
  const tenant = await world.tenant('Harbour', { roles: ['owner'] })
  const body = { reason: 'Unpaid' }
  await world.as(lead).staff.suspendTenant({ params: { id: tenant.id }, body })
  const other = await fake.enter({ name: 'Sam Support' })
  await fake
    .proving(lead)
    .staff.changePerson({ params: { id: other.id }, body: { role: 'operations' } })
  const { data } = await read({ limit: 2 })
  expect(data.map(({ by, action, targetName }) => [by, action, targetName])).toEqual([
    ['Lea Lead', 'staff.changed', 'Sam Support'],
    ['Lea Lead', 'tenants.suspended', 'Harbour'],
  ])
})

test('security leads alone read it', async () => {
  const operations = await fake.enter({ role: 'operations' })
  expect(await outcomeOf(read({}, operations))).toBe(403)
})
