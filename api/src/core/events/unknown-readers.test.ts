import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Foundation } from '../foundation/index.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'
import { tellOfUnknown } from './unknown-readers.ts'

let world: World
beforeAll(async () => {
  world = await startToyWorld()
})
afterAll(() => world.stop())

test('WH-4 a reader that has gone, for which all events are kept, is told of', async () => {
  const foundation = await openFoundationOf(world)
  const told: unknown[] = []
  const log = { warn: (about: unknown) => told.push(about) } as unknown as Foundation['log']
  await world.db.query(`insert into event_readers (name, position) values ('here', 7), ('gone', 3)`)
  await tellOfUnknown({ scopes: foundation.scopes, log }, [{ name: 'here' }, { name: 'new' }])
  await foundation.close()
  expect(told).toEqual([{ reader: 'gone' }])
})
