/** XC-3, XC-4: Sonaqor looks into a tenant only while the tenant lets it, to read, and leaves word of all of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { roles } from '@sonaqor/contract/access'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import type { Look } from '@sonaqor/contract/staff'
import type { WorldTenant } from '../../testing/builders.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { outcomeOf } from '../../testing/outcome.ts'
import { FakeStaff, type AtWork } from './fake-staff.ts'

const minuteMs = 60_000

let world: OwnWorld
let fake: FakeStaff
let tenant: WorldTenant
let owner: StaffClient
let sam: AtWork

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { SONAQOR_LIMIT_FACTOR: '10000' } })
  fake = await FakeStaff.of(world)
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

async function entries(id: string): Promise<{ actor: object; action: string; after: object }[]> {
  const { rows } = await world.db.query(
    `select actor, action, after from audit_entries
     where tenant_id = $1 and target = $2 order by sequence`,
    [tenant.id, id],
  )
  return rows
}

describe('who may not', () => {
  test('nobody of the staff sees anything of a tenant by being staff', async () => {
    for (const { api } of ['support', 'operations', 'security'].map((role) => ({
      api: fake.enter({ role: role as 'support' }).then((by) => world.as(by)),
    }))) {
      const { projects, keys, team } = await api
      const asked = [projects.list(), keys.list(), team.list()].map(outcomeOf)
      expect(await Promise.all(asked)).toEqual([403, 403, 403])
    }
  })

  test('who has shown no second factor asks for nothing', async () => {
    const bare = await fake.enter({ secondFactorAt: null })
    await expect(request({}, bare)).rejects.toMatchObject({
      problem: { status: 403, code: 'step-up-required' },
    })
  })

  test('a request alone opens nothing, and neither does a refused one', async () => {
    const { id, state } = await request()
    expect(state).toBe('requested')
    expect(await outcomeOf(enter(id))).toBe(403)
    await owner.supportAccess.deny({ params: { id } })
    expect(await outcomeOf(enter(id))).toBe(403)
  })

  test('what one of the staff was allowed is nothing to another', async () => {
    const { access } = await approved()
    const other = await fake.enter()
    expect(await outcomeOf(enter(access.id, other))).toBe(404)
    expect(await outcomeOf(world.as(other).staff.endLook({ params: { id: access.id } }))).toBe(404)
    const listed = (await world.as(other).staff.looks()).data.find(
      (one) => one.access.id === access.id,
    )
    expect(listed).toMatchObject({ mine: false, tenant: { name: 'Harbour' } })
  })

  test.each(roles)('a member who is %s answers with support:consent alone', async (role) => {
    const { id } = await request()
    const { supportAccess } = world.as(await tenant.member(role))
    const outcome = await outcomeOf(supportAccess.approve({ params: { id }, body: {} }))
    expect(outcome).toBe(role === 'owner' || role === 'admin' ? 'ok' : 403)
  })

  test('another tenant sees and answers none of it', async () => {
    const { id } = await request()
    const stranger = await world.tenant('Stranger', { roles: ['owner'] })
    const { supportAccess } = world.as(await stranger.member())
    expect((await supportAccess.list()).data).toEqual([])
    const acts = [
      supportAccess.approve({ params: { id }, body: {} }),
      supportAccess.deny({ params: { id } }),
      supportAccess.end({ params: { id } }),
      supportAccess.reads({ params: { id } }),
    ]
    expect(await Promise.all(acts.map(outcomeOf))).toEqual([404, 404, 404, 404])
  })
})

describe('what is refused', () => {
  test('a tenant that is not there, and more than eight hours', async () => {
    expect(await outcomeOf(request({ tenantId: sam.id }))).toBe(404)
    expect(await outcomeOf(request({ minutes: 481 }))).toBe(422)
    expect(await outcomeOf(request({ scopes: ['customers:read'] }))).toBe(422)
  })

  test('more than was asked for', async () => {
    const { id } = await request({ minutes: 30, scopes: ['apps:read'], environments: ['sandbox'] })
    for (const body of [
      { minutes: 31 },
      { scopes: ['keys:read' as const] },
      { environments: ['production' as const] },
    ]) {
      expect(await outcomeOf(owner.supportAccess.approve({ params: { id }, body }))).toBe(422)
    }
  })

  test('an older revision, and a second answer', async () => {
    const { id, revision } = await request()
    const approve = (ifMatch: number) =>
      outcomeOf(owner.supportAccess.approve({ params: { id }, body: {}, ifMatch }))
    expect(await approve(revision + 1)).toBe(412)
    expect(await approve(revision)).toBe('ok')
    expect(await approve(revision + 1)).toBe(409)
    expect(await outcomeOf(owner.supportAccess.deny({ params: { id } }))).toBe(409)
  })

  test('an answer to what has lapsed or was withdrawn', async () => {
    const lapsed = await request()
    const withdrawn = await request()
    await world.as(sam).staff.endLook({ params: { id: withdrawn.id } })
    await world.setClock(new Date(Date.now() + 8 * 24 * 60 * minuteMs))
    const later = world.as(await signedInAnew())
    for (const { id } of [lapsed, withdrawn]) {
      const outcome = await outcomeOf(later.supportAccess.approve({ params: { id }, body: {} }))
      expect(outcome).toBe(409)
    }
    await world.setClock(null)
  })
})

async function signedInAnew() {
  const { email, password } = await tenant.member()
  return world.as(null).auth.signIn({ body: { email, password } })
}

describe('what happens', () => {
  test('of 200 who answer at once one does', async () => {
    const { id } = await request()
    const answers = Array.from({ length: 200 }, (_, i) => {
      const { supportAccess } = world.as(owners[i % owners.length]!, i % 2)
      return i % 3 === 0
        ? outcomeOf(supportAccess.deny({ params: { id } }))
        : outcomeOf(supportAccess.approve({ params: { id }, body: {} }))
    })
    const outcomes = await Promise.all(answers)
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
    // Who came when the house was full was told so, and nothing was done.
    expect(outcomes.filter((outcome) => ![409, 503].includes(Number(outcome)))).toEqual(['ok'])
    expect(
      (await entries(id)).filter(({ action }) => action !== 'supportAccess.requested'),
    ).toHaveLength(1)
  })
})

let owners: { readonly token: string }[]
beforeAll(async () => {
  owners = [await tenant.member('owner'), await tenant.member('admin')]
})

describe('what it leaves behind', () => {
  test('an entry for each step and for all that was read, with who and why', async () => {
    const look = await approved()
    await inside(look).projects.list()
    await inside(look).projects.list()
    const search = `sq_test_9fK2${'0'.repeat(32)}`
    await inside(look).keys.list({ query: { limit: 7, search } })
    await owner.supportAccess.end({ params: { id: look.access.id } })
    const left = await entries(look.access.id)
    expect(left.map(({ action }) => action)).toEqual([
      'supportAccess.requested',
      'supportAccess.opened',
      'supportAccess.entered',
      'supportAccess.read',
      'supportAccess.read',
      'supportAccess.ended',
    ])
    for (const { actor, after } of left.filter(({ action }) => action === 'supportAccess.read')) {
      expect(actor).toEqual({ kind: 'staff', id: sam.id, name: 'Sam Support' })
      expect(after).toMatchObject({ reason })
    }
    const { data } = await owner.supportAccess.reads({ params: { id: look.access.id } })
    expect(data).toMatchObject([
      { by: 'Sam Support', operation: 'keys.list', path: '/v1/keys?limit=7&search=sq_test_9fK2' },
      { operation: 'projects.list', path: '/v1/projects' },
    ])
    const { data: found } = await owner.audit.search({
      query: { actorKind: 'staff', actorId: sam.id },
    })
    expect(found).toHaveLength(4)
  })

  test('a request that is withdrawn is told as such', async () => {
    const { id } = await request()
    expect(await world.as(sam).staff.endLook({ params: { id } })).toMatchObject({
      state: 'withdrawn',
    })
    expect((await entries(id)).map(({ action }) => action)).toEqual([
      'supportAccess.requested',
      'supportAccess.withdrawn',
    ])
  })

  test('word to whoever may answer, and to nobody else', async () => {
    const { id } = await request()
    const { rows } = await world.db.query<{ role: string }>(
      `select distinct m.role from notifications n
       join members m on m.tenant_id = n.tenant_id and m.id = n.member_id
       where n.tenant_id = $1 and n.kind = 'supportAccess.requested' order by 1`,
      [tenant.id],
    )
    expect(rows.map(({ role }) => role)).toEqual(['admin', 'owner'])
    const { data } = await owner.supportAccess.list({ query: { open: 'true' } })
    expect(data.find((one) => one.id === id)).toMatchObject({ staff: { name: 'Sam Support' } })
  })
})
