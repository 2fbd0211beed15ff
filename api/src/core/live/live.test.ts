import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LiveEvent } from '@sonaqor/contract/live'
import { io, type Socket } from 'socket.io-client'
import { uuidv7 } from '../crypto/index.ts'
import { bearer, type Told } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'

let world: World
const sockets: Socket[] = []

beforeAll(async () => {
  world = await startToyWorld({ processes: 2 })
})
afterAll(async () => {
  sockets.forEach((socket) => socket.disconnect())
  await world.stop()
})

test('an event is heard at the other process', async () => {
  const tenant = uuidv7()
  const writer = bearer(tenant)
  const socket = io(world.servers[1]!.url, {
    path: '/live',
    transports: ['websocket'],
    auth: { token: bearer(tenant).token },
  })
  sockets.push(socket)
  const heard: any[] = []
  socket.on('events', (batch) => heard.push({ at: Date.now(), batch }))
  socket.on('connect_error', (e) => console.log(e))
  await new Promise((r) => socket.on('connect', () => r(0)))
  const t0 = Date.now()
  await world.ask('/v1/notes', {
    as: writer,
    json: { appId: uuidv7(), environment: 'sandbox', text: 'x' },
  })
  const t1 = Date.now()
  await new Promise((r) => setTimeout(r, 1500))
  console.log(
    t1 - t0,
    JSON.stringify(heard.map((h) => [h.at - t1, h.batch])),
    world.servers[0]!.output(),
  )
})
