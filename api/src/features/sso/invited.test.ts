/** TM-1, XC-1: an invitation where people come in by their company's provider alone. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Invitation } from '@sonaqor/contract/invites'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { InviteRow } from '@sonaqor/contract/team'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import { FakeTeam } from '../../testing/fake-team.ts'
import { mailOf, tokenIn } from '../../testing/fake-mailbox.ts'
import type { World } from '../../testing/world.ts'
import { CompanyWorld, type Known } from './company-world.ts'

const password = 'lemon tugboat quiver anthem'

let company: CompanyWorld
let world: World
let fake: FakeTeam

beforeAll(async () => {
  company = await CompanyWorld.start({ SONAQOR_DEMO: 'true' })
  world = company.world
  fake = await FakeTeam.of(world)
})
beforeEach(() => company.found({ required: true, createsMembers: false }))
afterEach(() => company.provider.stop())
afterAll(async () => {
  await fake.close()
  await company.stop()
})

/** Invites somebody; answers what the link of the mail holds. */
async function invite({ email }: Known, role: 'admin' | 'owner' = 'admin'): Promise<string> {
  const owner = fake.proving(await fake.join(company.tenant.id, { role: 'owner' }))
  const { data } = await owner.team.invite({ body: { emails: [email], role } })
  expect(data.map(({ outcome }: InviteRow) => outcome)).toEqual(['invited'])
  return tokenIn(await mailOf(world, email, /invites you/), '/accept-invite')
}

const accept = (token: string, body: object = { name: 'Ada Example', password }) =>
  new FakeBrowser(world).post('/v1/invites/accept', { token, ...body })

const show = async (token: string) =>
  (await (await new FakeBrowser(world).post('/v1/invites/show', { token })).json()) as Invitation

/** What there is of somebody: as a person, as a member, and as invited. */
async function tracesOf({ email }: Known): Promise<object> {
  const { rows } = await world.db.query<object>(
    `select (select count(*)::integer from directory.people where email = $1) as people,
       (select max(m.state || ' ' || m.role) from members m join directory.people p
         on p.id = m.person_id where p.email = $1 and m.tenant_id = $2) as member,
       (select max(state) from invites where email = $1 and tenant_id = $2) as invite,
       (select count(*)::integer from directory.invite_tokens t join invites i on i.id = t.invite_id
         where i.email = $1) as links`,
    [email, company.tenant.id],
  )
  return rows[0] ?? {}
}

describe('what is refused', () => {
  test('a password, before anything is written: the link says where to go, and stays good', async () => {
    const ada = company.know('ada')
    const token = await invite(ada)
    const before = await tracesOf(ada)
    expect(before).toEqual({ people: 0, member: null, invite: 'open', links: 1 })
    expect(await show(token)).toMatchObject({ known: false, bySso: true })
    const answer = await accept(token)
    expect((await answer.json()) as ProblemDocument).toMatchObject({
      status: 401,
      code: 'sso-required',
    })
    expect(await tracesOf(ada)).toEqual(before)
    expect(await show(token)).toMatchObject({ role: 'admin' })
  })
})

describe('what happens', () => {
  test('coming in by the provider takes the invitation, in its role, where nobody new may come', async () => {
    const ada = company.know('ada')
    const token = await invite(ada)
    expect(await company.enter(ada)).toMatchObject({
      status: 200,
      session: { me: { role: 'admin' } },
    })
    expect(await tracesOf(ada)).toMatchObject({
      member: 'active admin',
      invite: 'accepted',
      links: 0,
    })
    expect((await accept(token)).status).toBe(404)
    expect(await company.actions('team.joined')).toEqual([
      expect.objectContaining({ role: 'admin', by: 'sso' }),
    ])
    expect((await company.enter(ada)).session.me.role).toBe('admin')
  })

  test('whoever was removed and is invited anew comes back in their new role', async () => {
    const bo = company.know('bo')
    await company.join(bo.email, 'developer', 'removed')
    expect(await company.enter(bo)).toMatchObject({ status: 401, reason: 'kept-out' })
    await invite(bo)
    expect((await company.enter(bo)).session.me.role).toBe('admin')
  })

  test('whoever is suspended takes none, and one that is over or cancelled is taken by nobody', async () => {
    const cy = company.know('cy')
    await invite(cy)
    await world.db.query(`update invites set expires_at = now() where email = $1`, [cy.email])
    expect(await company.enter(cy)).toMatchObject({ status: 401, reason: 'no-member' })
    const di = company.know('di')
    await invite(di)
    await company.join(di.email, 'viewer', 'suspended')
    expect(await company.enter(di)).toMatchObject({ status: 401, reason: 'kept-out' })
    expect(await tracesOf(di)).toMatchObject({ member: 'suspended viewer', invite: 'open' })
  })

  test('an owner is made by no provider, and accepts with a password', async () => {
    const eve = company.know('eve')
    const token = await invite(eve, 'owner')
    expect(await company.enter(eve)).toMatchObject({ status: 401, reason: 'no-member' })
    expect(await show(token)).toMatchObject({ role: 'owner', bySso: false })
    expect((await accept(token)).status).toBe(200)
    expect(await tracesOf(eve)).toMatchObject({ member: 'active owner', invite: 'accepted' })
  })
})
