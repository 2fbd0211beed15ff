/** TM-2: whatever happens at once, one owner stays. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { WorldTenant } from '../../testing/builders.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { FakeTeam, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: OwnWorld
let fake: FakeTeam
let tenant: WorldTenant
let owner: SignedIn
let api: Client
let count = 0

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { SONAQOR_LIMIT_FACTOR: '10000' } })
  fake = await FakeTeam.of(world)
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: [] })
  owner = await fake.join(tenant.id, { role: 'owner', name: 'Ada' })
  api = fake.proving(owner)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

async function ownersLeft(): Promise<number> {
  const { rows } = await world.db.query<{ count: number }>(
    `select count(*)::integer as count from members
     where tenant_id = $1 and role = 'owner' and state = 'active'`,
    [tenant.id],
  )
  return rows[0]!.count
}

const busy = <A extends { status: number }>(answers: readonly A[]) =>
  answers.filter(({ status }) => status === 503)

async function ownersOf(number: number): Promise<SignedIn[]> {
  const owners = [owner]
  while (owners.length < number) owners.push(await fake.join(tenant.id, { role: 'owner' }))
  return owners
}

interface Call {
  readonly by: SignedIn
  readonly method: string
  readonly path: string
  readonly json: object
}

/** What 200 come to that are sent at once; whatever they have to prove is proved before. */
async function atOnce(calls: readonly Call[]): Promise<number[]> {
  const proved: (Call & { headers: Record<string, string> })[] = []
  for (const call of calls) {
    const proof = await fake.prove(call.by, fake.nameOf({ ...call, body: call.json }))
    proved.push({ ...call, headers: { 'step-up-proof': proof } })
  }
  const sendAll = (all: typeof proved) =>
    Promise.all(
      all.map(async ({ by, path, ...rest }, i) => {
        const { status } = await world.ask(path, { ...rest, as: by, server: i % 2 })
        return { call: all[i]!, status }
      }),
    )
  // A slow machine asks some of them to come again, and they do.
  let answers = await sendAll(proved)
  for (let again = busy(answers); again.length > 0; again = busy(answers)) {
    const settled = answers.filter(({ status }) => status !== 503)
    answers = [...settled, ...(await sendAll(again.map(({ call }) => call)))]
  }
  return answers.map(({ status }) => status)
}

describe('TM-2 the last owner', () => {
  const acts: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    'is not demoted': (id) => api.team.changeRole({ params: { id }, body: { role: 'admin' } }),
    'does not leave': () => api.team.leave({ body: { tenant: tenant.name } }),
  }
  test.each(Object.entries(acts))('%s', async (_, act) => {
    await fake.add(tenant.id, { role: 'owner', state: 'suspended' })
    expect(await outcomeOf(act(owner.id))).toBe(409)
    expect(await ownersLeft()).toBe(1)
  })

  test('is neither suspended nor removed by one who lost the role meanwhile', async () => {
    const other = await fake.join(tenant.id, { role: 'owner' })
    const crossing = [
      fake.proving(other).team.suspend({ params: { id: owner.id } }),
      api.team.remove({ params: { id: other.id } }),
    ]
    await Promise.allSettled(crossing)
    expect(await ownersLeft()).toBe(1)
  })

  test('stays where 200 owners leave at once, over two processes', async () => {
    const json = { tenant: tenant.name }
    const statuses = await atOnce(
      (await ownersOf(200)).map((by) => ({ by, method: 'POST', path: '/v1/team/leave', json })),
    )
    expect(statuses.filter((status) => status === 204)).toHaveLength(199)
    expect(statuses.filter((status) => status === 409)).toHaveLength(1)
    expect(await ownersLeft()).toBe(1)
  })

  test('stays where 200 demotions cross, over two processes', async () => {
    const owners = await ownersOf(200)
    const statuses = await atOnce(
      owners.map((by, i) => ({
        by,
        method: 'PATCH',
        path: `/v1/team/${owners[(i + 1) % owners.length]!.id}`,
        json: { role: 'admin' },
      })),
    )
    expect(statuses.filter((status) => ![200, 401, 409].includes(status))).toEqual([])
    expect(await ownersLeft()).toBeGreaterThanOrEqual(1)
    expect(await ownersLeft()).toBe(200 - statuses.filter((status) => status === 200).length)
  })
})
