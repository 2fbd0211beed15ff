/** TM-5: why somebody can or cannot do something, from the one check, and never otherwise than it decides. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { complianceScopes, roles, scopes, scopesOf, type Role } from '@sonaqor/contract/access'
import { call, furnish, publishKeys, type Corner } from '../../testing/belongings.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { everyEndpoint } from '../../testing/every-endpoint.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { FakeTeam, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: OwnWorld
let fake: FakeTeam
let tenant: WorldTenant
let corner: Corner
let owner: SignedIn

beforeAll(async () => {
  world = await startWorld({ env: { SONAQOR_LIMIT_FACTOR: '100000' } })
  fake = await FakeTeam.of(world)
  await publishKeys(world)
  tenant = await world.tenant('Acme', { roles: ['owner'] })
  corner = await furnish(world, tenant, 'sandbox')
  owner = await fake.enter(await fake.add(tenant.id, { role: 'owner', hasFactor: true }))
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const explain = (
  id: string,
  query: { operation: string } | { scope: (typeof scopes)[number] },
  by = owner,
) => world.as(by).team.explain({ params: { id }, query })

describe('who may not', () => {
  test('ask about others without team:write; about themselves everybody may', async () => {
    const viewer = await fake.join(tenant.id)
    const query = { scope: 'keys:read' } as const
    await expect(explain(owner.id, query, viewer)).rejects.toMatchObject({
      problem: { status: 403, scope: 'team:write' },
    })
    expect(await explain(viewer.id, query, viewer)).toMatchObject({ allowed: false })
  })
})

describe('what is refused', () => {
  test.each(['keys', 'keys.', 'keys.fly', 'toString.call', '__proto__.x', 'keys.constructor'])(
    'an operation that there is not: %s',
    async (operation) => {
      expect(await outcomeOf(explain(owner.id, { operation }))).toBe(422)
    },
  )

  test('both questions at once, and none', async () => {
    for (const query of [{}, { operation: 'keys.list', scope: 'keys:read' as const }]) {
      const asking = world.as(owner).team.explain({ params: { id: owner.id }, query })
      expect(await outcomeOf(asking)).toBe(422)
    }
  })
})

/** Which operations really let somebody pass: refused is what is refused for who they are. */
async function isLetIn(member: SignedIn, entry: (typeof everyEndpoint)[number]): Promise<boolean> {
  const asker = { ...corner.key.asker, email: 'nobody@world.test' }
  const filled = entry.fill!(corner.belongings, asker)
  const { status, text } = await call(world, entry, filled, { as: member, headers: {} })
  if (status !== 403) return true
  // What turns on what is asked for, an owner to be made say, is no matter of the operation.
  const { scope, code } = JSON.parse(text) as { scope?: string; code: string }
  const isRefused = code === 'step-up-required' ? entry.endpoint.options.stepUp : true
  return !isRefused || (scope !== undefined && scope !== entry.endpoint.options.access)
}

/** Public ones ask nobody; signing out and the like would end who asks. */
const asked = everyEndpoint.filter(
  ({ name, endpoint: { options } }) =>
    options.access !== 'public' && !/^(sessions|account|auth)\.|^team\.leave$/.test(name),
)

describe.each(roles)('TM-5 what is said of the role %s is what is decided', (role: Role) => {
  test.each(asked)('$name', async (entry) => {
    // Without a second factor: whatever asks for one is refused, and said to be.
    const member = await fake.enter(await fake.add(tenant.id, { role }), null)
    const { allowed, reasons } = await explain(member.id, { operation: entry.name })
    expect({ allowed, reasons }).toMatchObject({ allowed: await isLetIn(member, entry) })
    expect(allowed).toBe(reasons.every(({ holds }) => holds))
  })

  test('of each scope by itself', async () => {
    const { id } = await fake.add(tenant.id, { role, hasFactor: true })
    for (const scope of scopes) {
      const { allowed, reasons } = await explain(id, { scope })
      expect([scope, allowed]).toEqual([scope, scopesOf(role).includes(scope)])
      const code = complianceScopes.includes(scope) ? 'compliance' : 'role'
      expect(reasons.find(({ holds }) => !holds)?.code).toBe(allowed ? undefined : code)
    }
  })
})

describe('TM-5 what else decides', () => {
  test('being suspended', async () => {
    const { id } = await fake.add(tenant.id, { role: 'owner', state: 'suspended' })
    expect(await explain(id, { scope: 'keys:read' })).toMatchObject({
      allowed: false,
      reasons: [
        { code: 'state', holds: false },
        { code: 'role', holds: true, role: 'owner', roles: ['owner', 'admin', 'developer'] },
      ],
    })
  })

  test('the compliance scopes, for those who were given them', async () => {
    const { id } = await fake.add(tenant.id, { hasFactor: true })
    expect((await explain(id, { scope: 'sar:read' })).allowed).toBe(false)
    const body = { compliance: true }
    await fake.proving(owner).team.setCompliance({ params: { id }, body })
    expect((await explain(id, { scope: 'sar:read' })).allowed).toBe(true)
  })

  test('what only a key may do', async () => {
    const { id } = await fake.add(tenant.id, { role: 'developer' })
    const { allowed, reasons } = await explain(id, { operation: 'customers.ingest' })
    expect({ allowed, last: reasons.at(-1) }).toEqual({
      allowed: false,
      last: { code: 'kind', holds: false },
    })
  })

  test('a second factor that the tenant asks for, and a step-up that takes one', async () => {
    const bare = await fake.add(tenant.id, { role: 'owner' })
    const operation = 'security.update'
    expect((await explain(bare.id, { operation })).reasons.at(-1)).toEqual({
      code: 'step-up',
      holds: false,
      stepUp: 'operation',
    })
    expect((await explain(owner.id, { operation })).allowed).toBe(true)

    const scope = 'keys:read' as const
    const { security } = fake.proving(owner)
    await security.update({ body: { secondFactorRequired: true } })
    expect(await explain(bare.id, { scope })).toMatchObject({
      allowed: false,
      reasons: [{ holds: true }, { holds: true }, { code: 'second-factor-policy', holds: false }],
    })
    expect((await explain(owner.id, { scope })).allowed).toBe(true)
    await security.update({ body: { secondFactorRequired: false } })
  })
})
