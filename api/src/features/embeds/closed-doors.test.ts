import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { EmbedToken, OpenedSession } from '@sonaqor/contract/embeds'
import { codeOf, createPartner } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World

beforeAll(async () => {
  world = await joinWorld()
})
afterAll(() => world.stop())

test('PA-1 EM-2: a page of a suspended tenant is not let in, and is told what others are', async () => {
  const partner = await createPartner(world)
  const { clientSecret } = await partner.open()
  const suspend = 'update tenants set suspended_at = $2, suspended_because = $3 where id = $1'
  await world.db.query(suspend, [partner.tenant.id, new Date(), 'Unpaid'])
  const answer = await partner.exchange(clientSecret)
  expect(await codeOf(answer)).toEqual([403, 'tenant-suspended'])
  await world.db.query(suspend, [partner.tenant.id, null, null])
  expect((await partner.exchange(clientSecret)).status).toBe(200)
})

test('EM-2: the sessions of a key that is over by itself are told of as ended', async () => {
  const partner = await createPartner(world)
  const owner = await partner.tenant.member('owner')
  const { appId, scopes } = partner.key
  const expiresAt = new Date(Date.now() + 120_000).toISOString()
  const key = await world.as(owner).keys.issue({
    body: { appId, label: 'For a while', scopes: [...scopes] as never, expiresAt },
  })
  const { id } = await partner.open({}, { token: key.secret })
  const at = new Date(Date.now() + 125_000).toISOString()
  const listed = async (state: string) => {
    const path = `/v1/embed-sessions?state=${state}&appId=${appId}`
    const answer = await world.ask(path, { as: owner, headers: { 'sonaqor-now': at } })
    return ((await answer.json()) as { data: OpenedSession[] }).data.map((one) => one.id)
  }
  expect(await listed('ended')).toEqual([id])
  expect(await listed('live')).toEqual([])
})

test('EM-2: a session says that it ends with its key, and no token or socket of it goes on', async () => {
  const partner = await createPartner(world)
  const owner = await partner.tenant.member('owner')
  const { appId, scopes } = partner.key
  const expiresAt = new Date(Date.now() + 90_000).toISOString()
  const key = await world.as(owner).keys.issue({
    body: { appId, label: 'For a while', scopes: [...scopes] as never, expiresAt },
  })
  const { clientSecret } = await partner.open({}, { token: key.secret })
  const token = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
  expect(token.sessionEndsAt).toBe(expiresAt)
  expect(token.expiresIn).toBeLessThanOrEqual(90)
})
