/** XC-3: what a look into a tenant shows, that it is for reading alone, and when it is over. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { lookScopes } from '@sonaqor/contract/access'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import type { Look } from '@sonaqor/contract/staff'
import { call, furnish, publishKeys } from '../../testing/belongings.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { everyEndpoint } from '../../testing/every-endpoint.ts'
import { listenAt } from '../../testing/listener.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

let world: OwnWorld
let fake: FakeStaff
let tenant: WorldTenant
let owner: StaffClient
let sam: AtWork

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { SONAQOR_LIMIT_FACTOR: '10000' } })
  fake = await FakeStaff.of(world)
  await publishKeys(world)
  tenant = await world.tenant('Harbour')
  owner = world.as(await tenant.member())
})
beforeEach(async () => {
  await world.setClock(null)
  sam = await fake.enter({ name: 'Sam Support' })
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const reason = 'Webhooks arrive twice'
const request = (more: object = {}, by = sam) =>
  world.as(by).staff.requestLook({ body: { tenantId: tenant.id, reason, minutes: 60, ...more } })
const enter = (id: string, by = sam) => world.as(by).staff.enterLook({ params: { id } })
const inside = ({ token }: Pick<Look, 'token'>, server = 0) => world.as({ token }, server)

async function approved(more: object = {}): Promise<Look> {
  const { id } = await request(more)
  await owner.supportAccess.approve({ params: { id }, body: {} })
  return enter(id)
}

describe('what happens', () => {
  test('the look shows what was lent, of what was asked for, and nothing else', async () => {
    const corner = await furnish(world, tenant, 'sandbox')
    const { id } = await request()
    const body = { scopes: ['apps:read' as const], environments: ['sandbox' as const], minutes: 5 }
    await owner.supportAccess.approve({ params: { id }, body })
    const look = await enter(id)
    expect(look).toMatchObject({ scopes: ['apps:read'], environments: ['sandbox'], expiresIn: 300 })
    const { data } = await inside(look).apps.list({ query: { limit: 200 } })
    expect(data.map((app) => app.id)).toContain(corner.app.id)
    expect(data.every(({ environment }) => environment === 'sandbox')).toBe(true)
    expect(await outcomeOf(inside(look).keys.list())).toBe(403)
  })

  test('of every endpoint it may read what needs a lent scope, and write nothing', async () => {
    const corner = await furnish(world, tenant, 'sandbox')
    const look = await approved()
    const lent = new Set<string>(lookScopes)
    const opened: string[] = []
    for (const entry of everyEndpoint) {
      const { endpoint } = entry
      if (endpoint.options.access === 'public') continue
      const filled = entry.fill!(corner.belongings, corner.key.asker)
      const { status } = await call(world, entry, filled, { as: look, headers: {} })
      const { access, only } = endpoint.options
      const may = endpoint.method === 'GET' && lent.has(access) && !only
      expect({ name: entry.name, refused: status === 403 }).toEqual({
        name: entry.name,
        refused: !may,
      })
      if (status < 300) opened.push(entry.name)
    }
    expect(opened).toEqual(expect.arrayContaining(['projects.list', 'keys.list', 'logs.show']))
  })

  test('what a request or its answer held stays hidden, though the log is seen', async () => {
    const corner = await furnish(world, tenant, 'sandbox')
    const look = await approved()
    const shown = await inside(look).logs.show({ params: { id: corner.belongings.logEntryId } })
    expect(JSON.stringify(shown)).not.toContain('Ada Example')
  })

  test('it is over with its time, for the very next request on every node', async () => {
    const look = await approved({ minutes: 5 })
    expect(await outcomeOf(inside(look, 1).projects.list())).toBe('ok')
    await world.db.query(`update support_accesses set until = now() where id = $1`, [
      look.access.id,
    ])
    expect(await outcomeOf(inside(look, 1).projects.list())).toBe(401)
    expect(await outcomeOf(enter(look.access.id))).toBe(403)
    const { data } = await owner.supportAccess.list({ query: { open: 'false' } })
    expect(data.find(({ id }) => id === look.access.id)).toMatchObject({ state: 'over' })
  })

  test('the tenant ends it at any moment, for the very next request on every node', async () => {
    const look = await approved()
    await owner.supportAccess.end({ params: { id: look.access.id } })
    expect(await outcomeOf(inside(look, 1).projects.list())).toBe(401)
    expect(await outcomeOf(enter(look.access.id))).toBe(403)
    const again = owner.supportAccess.end({ params: { id: look.access.id } })
    expect(await outcomeOf(again)).toBe(409)
  })

  test('it ends with the session of the one who looks, and with their being staff', async () => {
    const look = await approved()
    await world.db.query(`update directory.staff set state = 'suspended' where id = $1`, [sam.id])
    expect(await outcomeOf(inside(look).projects.list())).toBe(401)
    await world.db.query(`update directory.staff set state = 'active' where id = $1`, [sam.id])
    await world.db.query(
      `update directory.staff_sessions set ended_at = now(), ended_because = 'signed-out'
       where id = $1`,
      [sam.sessionId],
    )
    expect(await outcomeOf(inside(look).projects.list())).toBe(401)
  })

  test('a look is never live: it opens no socket', async () => {
    const look = await approved()
    await expect(listenAt(world.url, look)).rejects.toThrow('unauthenticated')
    await expect(listenAt(world.url, sam)).rejects.toThrow('unauthenticated')
  })

  test('a tenant opens itself without being asked, to whoever helps', async () => {
    const opened = await owner.supportAccess.open({
      body: { reason: 'See for yourselves', minutes: 240 },
    })
    expect(opened).toMatchObject({ state: 'running', staff: null, minutes: 240 })
    const look = await enter(opened.id, await fake.enter())
    expect(look.tenant.name).toBe('Harbour')
    expect(await outcomeOf(inside(look).projects.list())).toBe('ok')
  })
})
