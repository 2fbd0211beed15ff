/** XC-3: nobody lends to themselves. Staff who are members of a tenant let no look of their own into it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../testing/builders.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

let world: World
let fake: FakeStaff
let tenant: WorldTenant
let both: AtWork

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeStaff.of(world)
  tenant = await world.tenant('Harbour', { roles: ['owner', 'admin'] })
  both = await fake.enter()
  // The owner of the tenant is one of the staff as well.
  const { id } = await tenant.member('owner')
  await world.db.query(
    `update directory.staff f set person_id = m.person_id from members m
     where f.id = $1 and m.tenant_id = $2 and m.id = $3`,
    [both.id, tenant.id, id],
  )
})
afterAll(async () => {
  await fake?.close()
  await world?.stop()
})

const consent = async (role: 'owner' | 'admin') => world.as(await tenant.proved(role)).supportAccess
const ask = () =>
  world.as(both).staff.requestLook({ body: { tenantId: tenant.id, reason: 'Mine', minutes: 30 } })
const enter = (id: string, who = both) => world.as(who).staff.enterLook({ params: { id } })

test('whoever asked for a look does not allow it; somebody else of the tenant does', async () => {
  const { id } = await ask()
  const params = { id }
  expect(await outcomeOf((await consent('owner')).approve({ params, body: {} }))).toBe(403)
  expect(await outcomeOf(enter(id))).toBe(403)
  expect(await outcomeOf((await consent('admin')).approve({ params, body: {} }))).toBe('ok')
  expect(await outcomeOf(enter(id))).toBe('ok')
})

test('whoever opened a tenant by themselves does not enter it as staff; a colleague does', async () => {
  const body = { reason: 'Help', minutes: 30 }
  const { id } = await (await consent('owner')).open({ body })
  expect(await outcomeOf(enter(id))).toBe(403)
  expect(await outcomeOf(enter(id, await fake.enter()))).toBe('ok')
})
