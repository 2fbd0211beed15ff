/** TM-1 to TM-4: who may do what to whom in a team, by the words of the product. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { roles, type Role } from '@sonaqor/contract/access'
import type { Client } from '@sonaqor/contract/client'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeTeam, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: World
let fake: FakeTeam
let tenantId: string
let foreignId: string
const signedIn = new Map<Role, SignedIn>()

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeTeam.of(world)
  tenantId = (await world.tenant('Acme', { roles: ['owner'] })).id
  foreignId = (await world.tenant('Elsewhere', { roles: ['owner'] })).id
  for (const role of roles) signedIn.set(role, await fake.join(tenantId, { role }))
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const everybody = roles
const leaders = ['owner', 'admin'] as const
const owners = ['owner'] as const

interface Operation {
  /** Who may do it to somebody else of their team, who is a viewer. */
  readonly others: readonly Role[]
  /** Who may do it to themselves, and with what it is refused to those who hold the scope. */
  readonly own: readonly Role[] | 409
  /** How the one it is done to is found. */
  readonly state?: 'suspended'
  readonly act: (api: Client, id: string) => Promise<unknown>
}

/**
 * From product.md: Owner all; Admin all but tenant-wide security settings; Developer, Analyst and Viewer
 * see the team. Nobody suspends or removes themselves; whoever goes, leaves.
 */
const operations: Readonly<Record<string, Operation>> = {
  show: { others: everybody, own: everybody, act: (api, id) => api.team.show({ params: { id } }) },
  explain: {
    others: leaders,
    own: everybody,
    act: (api, id) => api.team.explain({ params: { id }, query: { scope: 'keys:read' } }),
  },
  activity: {
    others: leaders,
    own: leaders,
    act: (api, id) => api.team.activity({ params: { id } }),
  },
  changeRole: {
    others: leaders,
    own: [],
    act: (api, id) => api.team.changeRole({ params: { id }, body: { role: 'analyst' } }),
  },
  setCompliance: {
    others: owners,
    own: owners,
    act: (api, id) => api.team.setCompliance({ params: { id }, body: { compliance: true } }),
  },
  suspend: { others: leaders, own: 409, act: (api, id) => api.team.suspend({ params: { id } }) },
  resume: {
    others: leaders,
    own: leaders,
    state: 'suspended',
    act: (api, id) => api.team.resume({ params: { id } }),
  },
  remove: { others: leaders, own: 409, act: (api, id) => api.team.remove({ params: { id } }) },
}

describe.each(Object.entries(operations))('TM-2 team.%s', (name, { others, own, state, act }) => {
  describe.each(roles)('as %s', (role) => {
    const api = () => fake.proving(signedIn.get(role)!)
    const scoped = others.includes(role)

    test('to somebody of the team', async () => {
      const { id } = await fake.add(tenantId, state ? { state } : {})
      expect(await outcomeOf(act(api(), id))).toBe(scoped ? 'ok' : 403)
    })

    test('to somebody of another tenant', async () => {
      const { id } = await fake.add(foreignId)
      expect(await outcomeOf(act(api(), id))).toBe(scoped ? 404 : 403)
    })

    // A role of one's own is changed further down: it is over with the first time.
    if (name === 'changeRole') return
    test('to oneself', async () => {
      const { id } = signedIn.get(role)!
      const expected = own === 409 ? (scoped ? 409 : 403) : own.includes(role) ? 'ok' : 403
      expect(await outcomeOf(act(api(), id))).toBe(expected)
      if (name === 'setCompliance' && expected === 'ok') {
        signedIn.set(role, await fake.enter(signedIn.get(role)!))
      }
    })
  })
})

const ofTheTenant: Readonly<Record<string, readonly [readonly Role[], (api: Client) => unknown]>> =
  {
    'team.list': [everybody, (api) => api.team.list()],
    'team.invite': [
      leaders,
      (api) =>
        api.team.invite({ body: { emails: [`${Math.random()}@world.test`], role: 'viewer' } }),
    ],
    'security.show': [leaders, (api) => api.security.show()],
    'security.update': [
      owners,
      (api) => api.security.update({ body: { secondFactorRequired: false } }),
    ],
    'reviews.start': [leaders, (api) => api.reviews.start({ body: {} })],
    'reviews.list': [leaders, (api) => api.reviews.list()],
  }

describe.each(Object.entries(ofTheTenant))('TM-2 %s', (_, [may, act]) => {
  test.each(roles)('as %s', async (role) => {
    const api = fake.proving(signedIn.get(role)!)
    expect(await outcomeOf(act(api) as Promise<unknown>)).toBe(may.includes(role) ? 'ok' : 403)
  })
})

describe('TM-2 nobody gives a role above their own', () => {
  test.each(roles)('an admin who gives the role of %s', async (role) => {
    const admin = fake.proving(await fake.join(tenantId, { role: 'admin' }))
    const { id } = await fake.add(tenantId)
    const changing = admin.team.changeRole({ params: { id }, body: { role } })
    expect(await outcomeOf(changing)).toBe(role === 'owner' ? 403 : 'ok')
    const emails = [`${Math.random()}@world.test`]
    const inviting = admin.team.invite({ body: { emails, role } })
    expect(await outcomeOf(inviting)).toBe(role === 'owner' ? 403 : 'ok')
  })

  test('an admin changes, suspends, lets in and removes no owner', async () => {
    const admin = fake.proving(await fake.join(tenantId, { role: 'admin' }))
    const { id } = await fake.add(tenantId, { role: 'owner' })
    const away = await fake.add(tenantId, { role: 'owner', state: 'suspended' })
    for (const act of [
      () => admin.team.changeRole({ params: { id }, body: { role: 'viewer' } }),
      () => admin.team.suspend({ params: { id } }),
      () => admin.team.resume({ params: { id: away.id } }),
      () => admin.team.remove({ params: { id } }),
    ]) {
      await expect(act()).rejects.toMatchObject({ problem: { status: 403, scope: 'team:own' } })
    }
  })

  test('an admin neither renews nor cancels the invitation of an owner', async () => {
    const owner = fake.proving(await fake.join(tenantId, { role: 'owner' }))
    const emails = [`${Math.random()}@world.test`]
    const { data } = await owner.team.invite({ body: { emails, role: 'owner' } })
    const params = { id: data[0]!.inviteId! }
    const admin = fake.proving(await fake.join(tenantId, { role: 'admin' }))
    expect(await outcomeOf(admin.team.resendInvite({ params }))).toBe(403)
    expect(await outcomeOf(admin.team.cancelInvite({ params }))).toBe(403)
  })
})

describe('TM-2 a second factor for this one call', () => {
  /** Every act that makes or unmakes an owner, and each change of a role. */
  const acts: Readonly<
    Record<string, (api: Client, owner: string, viewer: string) => Promise<unknown>>
  > = {
    'a role is changed': (api, _, id) =>
      api.team.changeRole({ params: { id }, body: { role: 'analyst' } }),
    'an owner is made': (api, _, id) =>
      api.team.changeRole({ params: { id }, body: { role: 'owner' } }),
    'an owner is demoted': (api, id) =>
      api.team.changeRole({ params: { id }, body: { role: 'admin' } }),
    'an owner is suspended': (api, id) => api.team.suspend({ params: { id } }),
    'an owner is removed': (api, id) => api.team.remove({ params: { id } }),
    'an owner is invited': (api) =>
      api.team.invite({ body: { emails: [`${Math.random()}@world.test`], role: 'owner' } }),
    'an owner leaves': (api) => api.team.leave({ body: { tenant: 'Acme' } }),
    'the compliance scopes are given': (api, _, id) =>
      api.team.setCompliance({ params: { id }, body: { compliance: true } }),
  }

  test.each(Object.entries(acts))('is asked for where %s', async (_, act) => {
    const owner = await fake.join(tenantId, { role: 'owner' })
    const other = await fake.add(tenantId, { role: 'owner' })
    const viewer = await fake.add(tenantId)
    // The session has just shown one, and that does not do.
    await expect(act(world.as(owner), other.id, viewer.id)).rejects.toMatchObject({
      problem: { status: 403, code: 'step-up-required', stepUp: 'operation' },
    })
    expect(await outcomeOf(act(fake.proving(owner), other.id, viewer.id))).toBe('ok')
  })

  test('is asked for where the policy is changed, however fresh the session is', async () => {
    const owner = await fake.join(tenantId, { role: 'owner' })
    const body = { secondFactorRequired: false }
    await expect(world.as(owner).security.update({ body })).rejects.toMatchObject({
      problem: { status: 403, code: 'step-up-required', stepUp: 'operation' },
    })
    expect(await outcomeOf(fake.proving(owner).security.update({ body }))).toBe('ok')
  })
})
