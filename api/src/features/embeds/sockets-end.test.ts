import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listenAt } from '../../testing/listener.ts'
import { createPartner, portal, secondPortal, type Partner } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let partner: Partner

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world)
})
afterAll(() => world.stop())

test('PA-2 EM-2 a page listens no longer where its origin was taken from the app, at every process, and keys do', async () => {
  const url = world.servers[1]!.url
  const token = await partner.enter({ origins: [portal] })
  const page = await listenAt(url, token, { origin: portal })
  const server = await listenAt(url, partner.key)
  const params = { id: partner.app.id }
  const apps = world.as(await partner.tenant.member('owner')).apps
  await apps.update({ params, body: { origins: [secondPortal] } })
  await page.until(() => page.hasExpired())
  await expect(listenAt(url, token, { origin: portal })).rejects.toBeDefined()
  expect([server.hasExpired(), server.socket.connected]).toEqual([false, true])
  server.close()
})
