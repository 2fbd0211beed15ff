/** TM-1, TM-2: nobody reaches above their own level, nor keeps what they were demoted from. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { WorldTenant } from '../../testing/builders.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeTeam, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: World
let fake: FakeTeam
let tenant: WorldTenant
let owner: SignedIn
let api: Client
let count = 0

beforeAll(async () => {
  world = await joinWorld()
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

const someone = () => `somebody-${(count += 1)}@example.test`

async function invited(by: SignedIn, role: 'owner' | 'admin' | 'viewer') {
  const body = { emails: [someone()], role }
  const { data } = await fake.proving(by).team.invite({ body })
  return data[0]!.inviteId!
}

async function stateOf(inviteId: string) {
  const { rows } = await world.db.query<{ state: string }>(
    'select state from invites where id = $1',
    [inviteId],
  )
  return rows[0]!.state
}

test('TM-1 what somebody has sent is over where they may give that role no more', async () => {
  const second = await fake.join(tenant.id, { role: 'owner' })
  const [ofOwner, ofAdmin] = [await invited(second, 'owner'), await invited(second, 'admin')]
  const params = { id: second.id }
  await api.team.changeRole({ params, body: { role: 'admin' } })
  expect([await stateOf(ofOwner), await stateOf(ofAdmin)]).toEqual(['cancelled', 'open'])
  // Who may invite nobody at all gives no role, however small.
  const again = await fake.enter(second)
  const ofViewer = await invited(again, 'viewer')
  await api.team.changeRole({ params, body: { role: 'developer' } })
  expect([await stateOf(ofAdmin), await stateOf(ofViewer)]).toEqual(['cancelled', 'cancelled'])
  const { rows } = await world.db.query(
    `select after -> 'invitesCancelled' as n from audit_entries
     where tenant_id = $1 and action = 'team.role-changed' order by sequence`,
    [tenant.id],
  )
  expect(rows).toEqual([{ n: 1 }, { n: 2 }])
})

test('TM-1 no invitation gets past the suspension of whoever sends it at that moment', async () => {
  for (let round = 0; round < 6; round += 1) {
    const admin = await fake.join(tenant.id, { role: 'admin' })
    const inviting = outcomeOf(
      fake.proving(admin).team.invite({ body: { emails: [someone()], role: 'admin' } }),
    )
    await api.team.suspend({ params: { id: admin.id } })
    await inviting
    const { rows } = await world.db.query(
      `select state from invites where tenant_id = $1 and invited_by = $2 and state = 'open'`,
      [tenant.id, admin.id],
    )
    expect(rows).toEqual([])
  }
})

test('TM-2 who holds the compliance permissions is above an admin who does not', async () => {
  const admin = fake.proving(await fake.join(tenant.id, { role: 'admin' }))
  const officer = await fake.add(tenant.id, { role: 'analyst' })
  const params = { id: officer.id }
  await api.team.setCompliance({ params, body: { compliance: true } })
  for (const act of [
    () => admin.team.changeRole({ params, body: { role: 'viewer' } }),
    () => admin.team.suspend({ params }),
    () => admin.team.remove({ params }),
  ]) {
    await expect(act()).rejects.toMatchObject({ problem: { status: 403, code: 'forbidden' } })
  }
  // Whoever gives and takes them is not held up by them, and a peer holds as much.
  const peer = await fake.add(tenant.id, { role: 'admin' })
  await api.team.setCompliance({ params: { id: peer.id }, body: { compliance: true } })
  expect(await outcomeOf(fake.proving(await fake.enter(peer)).team.suspend({ params }))).toBe('ok')
  expect(await outcomeOf(api.team.resume({ params }))).toBe('ok')
  await api.team.setCompliance({ params, body: { compliance: false } })
  expect(await outcomeOf(admin.team.suspend({ params }))).toBe('ok')
})

test('TM-1 no address is written to without end, however many tenants invite it', async () => {
  const email = someone()
  const inviting = async (by = api) =>
    (await by.team.invite({ body: { emails: [email], role: 'viewer' } })).data[0]!
  for (let letter = 0; letter < 4; letter += 1) {
    const { inviteId } = await inviting()
    if (letter < 3) await api.team.cancelInvite({ params: { id: inviteId! } })
    else await api.team.resendInvite({ params: { id: inviteId! } })
  }
  // Five letters went there by now, four invitations and one sent again.
  const elsewhere = await world.tenant(`Elsewhere ${(count += 1)}`, { roles: [] })
  const other = fake.proving(await fake.join(elsewhere.id, { role: 'owner' }))
  expect(await inviting(other)).toMatchObject({ outcome: 'too-often', inviteId: null })
  expect(await inviting()).toMatchObject({ outcome: 'already-invited' })
  const [open] = (await api.team.list({ query: { state: 'invited' } })).data
  expect(await outcomeOf(api.team.resendInvite({ params: { id: open!.id } }))).toBe(429)
  await world.db.query(
    `update directory.invite_letters set sent_at = sent_at - interval '1 hour' where email = $1`,
    [email],
  )
  expect(await inviting(other)).toMatchObject({ outcome: 'invited' })
})
