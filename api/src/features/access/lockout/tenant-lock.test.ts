/** XC-3: what is changed of a tenant is changed in turn, and holds up nothing else of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { FakeTeam } from '../../../testing/fake-team.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'
import { lockTenant } from './tenant-lock.store.ts'

let world: World
let fake: FakeTeam
let foundation: OpenFoundation

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeTeam.of(world)
  foundation = await openFoundationOf(world)
})
afterAll(async () => {
  await fake.close()
  await foundation.close()
  await world.stop()
})

const soon = <T>(what: Promise<T>) =>
  Promise.race([what, new Promise<'waits'>((tell) => setTimeout(tell, 700, 'waits'))])

test('XC-3 while a tenant is changed the next change waits, and rows of it are made all the same', async () => {
  const { id } = await world.tenant('Acme', { roles: [] })
  const locked = <T>(work: (scope: Scope) => Promise<T>) =>
    foundation.scopes.run(systemPrincipal('test', id), async (scope) => {
      await lockTenant(scope)
      return work(scope)
    })
  let second: Promise<string> | undefined
  await locked(async () => {
    expect(await soon(fake.add(id))).toMatchObject({ tenantId: id })
    second = locked(async () => 'had its turn')
    expect(await soon(second)).toBe('waits')
  })
  expect(await second).toBe('had its turn')
})
