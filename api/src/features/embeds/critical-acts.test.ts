import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import { codeOf, createPartner, portal, type Partner } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let partner: Partner

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world)
})
afterAll(() => world.stop())

test('EM-10 KY-3 KY-8: a partner’s page neither ends nor narrows a key of production, which takes a second factor', async () => {
  const api = world.as(await partner.tenant.member())
  const { projectId } = partner.app
  const app = await api.apps.create({
    body: { projectId, name: 'Portal', environment: 'production', origins: [portal] },
  })
  const key = await partner.tenant.key({ app })
  const { clientSecret } = await partner.open({}, key)
  const page = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
  const asPage = (id: string, method: string, json?: unknown) =>
    world.ask(`/v1/keys/${id}`, { method, as: page, json, headers: { origin: portal } })

  const bounds = { requestsPerMinute: 1 }
  expect(await codeOf(await asPage(key.id, 'PATCH', bounds))).toEqual([403, 'forbidden'])
  expect(await codeOf(await asPage(key.id, 'DELETE'))).toEqual([403, 'forbidden'])
  expect(await (await asPage(key.id, 'GET')).json()).toMatchObject({ state: 'active' })
})
