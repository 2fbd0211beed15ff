/** TM-1: invitations, from the letter to the first session, for somebody new and for somebody known. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { codeAt } from '../factors/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { mailOf, mailsTo, tokenIn } from '../../testing/fake-mailbox.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { FakeTeam, type SignedIn } from '../../testing/fake-team.ts'
import { outcomeOf } from '../../testing/outcome.ts'

let world: ProcessWorld
let fake: FakeTeam
let tenant: WorldTenant
let elsewhere: WorldTenant
let owner: SignedIn
let count = 0

beforeAll(async () => {
  world = await startProcessWorld({
    processes: 2,
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000', SONAQOR_DEMO: 'true' },
  })
  fake = await FakeTeam.of(world)
})
beforeEach(async () => {
  count += 1
  tenant = await world.tenant(`Acme ${count}`, { roles: ['owner'] })
  owner = await fake.join(tenant.id, { role: 'owner', name: 'Ada' })
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

const api = () => fake.proving(owner)
const someone = () => `somebody-${(count += 1)}@example.com`
const newPassword = 'seven wandering otters at noon'

async function invite(email: string, role: 'viewer' | 'admin' | 'owner' = 'viewer') {
  const { data } = await api().team.invite({ body: { emails: [email], role } })
  return data[0]!
}

/** The token of the newest letter to an address. */
async function letterTo(email: string, letters = 1): Promise<string> {
  return tokenIn(await mailOf(world, email, /invites you|lädt Sie/, letters), '/accept-invite')
}

async function invited(email = someone()) {
  const { inviteId } = await invite(email)
  return { email, inviteId: inviteId!, token: await letterTo(email) }
}

const accept = (body: object, browser = new FakeBrowser(world), server = 0) =>
  browser.post('/v1/invites/accept', body, server)
const show = async (token: string, browser = new FakeBrowser(world)) =>
  browser.post('/v1/invites/show', { token })
const sessionOf = async (answer: Promise<Response>) => (await (await answer).json()) as Session
const problemOf = async (answer: Promise<Response>) =>
  (await (await answer).json()) as ProblemDocument

async function entries(action: string) {
  const { rows } = await world.db.query<{ after: object; actor: { kind: string; id: string } }>(
    'select after, actor from audit_entries where tenant_id = $1 and action = $2',
    [tenant.id, action],
  )
  return rows
}

/** Somebody with an account of their own in another tenant. */
async function known() {
  elsewhere = await world.tenant(`Elsewhere ${(count += 1)}`, { roles: ['owner'] })
  return elsewhere.member()
}

describe('TM-1 who may not', () => {
  test('a page of another site neither looks nor accepts', async () => {
    const { token } = await invited()
    for (const path of ['/v1/invites/show', '/v1/invites/accept']) {
      const answer = await world.ask(path, {
        json: { token },
        headers: { origin: 'https://evil.example' },
      })
      expect(answer.status).toBe(403)
    }
  })

  test('a link that never was opens nothing', async () => {
    const token = 'A'.repeat(43)
    expect((await show(token)).status).toBe(404)
    expect((await accept({ token, name: 'Bo', password: newPassword })).status).toBe(404)
  })

  test('a known person without their password, or with another one, is not let in', async () => {
    const { email, password } = await known()
    const { token } = await invited(email)
    expect(await problemOf(accept({ token }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/password' }],
    })
    expect((await accept({ token, password: newPassword })).status).toBe(401)
    expect((await accept({ token, password })).status).toBe(200)
  })

  test('whoever is signed in as somebody else does not accept for the invited', async () => {
    const { email } = await known()
    const { token } = await invited(email)
    const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
    const browser = new FakeBrowser(world)
    await browser.signIn(other.email, other.password)
    expect((await (await show(token, browser)).json()) as object).toMatchObject({ signedIn: false })
    expect((await accept({ token }, browser)).status).toBe(422)
  })
})

describe('TM-1 what is refused', () => {
  test('a new person needs a name, and a password that is not guessed first', async () => {
    const { token } = await invited()
    const pointer = async (body: object) => (await problemOf(accept({ token, ...body }))).errors
    expect(await pointer({ password: newPassword })).toMatchObject([{ pointer: '#/name' }])
    for (const password of [undefined, 'too short', 'passwordpassword']) {
      expect(await pointer({ name: 'Bo', password })).toMatchObject([{ pointer: '#/password' }])
    }
    expect((await accept({ token, name: 'Bo', password: newPassword })).status).toBe(200)
  })

  test('a link is over after 72 hours, when it was renewed, and when it was cancelled', async () => {
    const now = new Date()
    const body = { name: 'Bo', password: newPassword }
    const old = await invited()
    await world.setClock(new Date(now.getTime() + 72 * 3_600_000 + 1000))
    expect((await accept({ token: old.token, ...body })).status).toBe(404)
    await world.setClock(null)
    expect((await show(old.token)).status).toBe(200)

    await api().team.resendInvite({ params: { id: old.inviteId } })
    const renewed = await letterTo(old.email, 2)
    expect(renewed).not.toBe(old.token)
    expect((await accept({ token: old.token, ...body })).status).toBe(404)
    expect((await show(renewed)).status).toBe(200)

    await api().team.cancelInvite({ params: { id: old.inviteId } })
    expect((await show(renewed)).status).toBe(404)
    expect((await accept({ token: renewed, ...body })).status).toBe(404)
    expect(await outcomeOf(api().team.resendInvite({ params: { id: old.inviteId } }))).toBe(404)
  })

  test('what somebody has sent is over once they are removed or suspended', async () => {
    for (const act of ['remove', 'suspend'] as const) {
      const admin = await fake.join(tenant.id, { role: 'admin' })
      const email = someone()
      await fake.proving(admin).team.invite({ body: { emails: [email], role: 'admin' } })
      const token = await letterTo(email)
      await api().team[act]({ params: { id: admin.id } })
      expect((await accept({ token, name: 'Bo', password: newPassword })).status).toBe(404)
    }
  })

  test('an invitation brings nobody back in who was suspended meanwhile', async () => {
    const { token, email } = await invited()
    const { rows } = await world.db.query<{ id: string }>(
      `insert into directory.people (id, email, name, password_hash, created_at)
       select uuidv7(), $1, 'Bo', password_hash, now() from directory.people
       where id = $2 returning id`,
      [email, (await tenant.member()).personId],
    )
    await world.db.query(
      `insert into members (tenant_id, id, person_id, role, state, joined_at)
       values ($1, uuidv7(), $2, 'viewer', 'suspended', now())`,
      [tenant.id, rows[0]!.id],
    )
    const { password } = await tenant.member()
    expect((await accept({ token, password })).status).toBe(404)
  })

  test('more than 50 at once, and a role that is none', async () => {
    const emails = Array.from({ length: 51 }, someone)
    expect(await outcomeOf(api().team.invite({ body: { emails, role: 'viewer' } }))).toBe(422)
    expect(await outcomeOf(api().team.invite({ body: { emails: [], role: 'viewer' } }))).toBe(422)
  })
})

describe('TM-1 what happens', () => {
  test('a list is answered row by row, and says nothing of accounts elsewhere', async () => {
    const { email: account } = await known()
    const [fresh, again] = [someone(), someone()]
    await invite(again)
    const emails = [fresh, ` ${account.toUpperCase()} `, owner.email, again, 'not one', fresh]
    const { data } = await api().team.invite({ body: { emails, role: 'viewer' } })
    expect(data.map(({ email, outcome }) => [email, outcome])).toEqual([
      [fresh, 'invited'],
      [` ${account.toUpperCase()} `, 'invited'],
      [owner.email, 'member'],
      [again, 'already-invited'],
      ['not one', 'not-an-address'],
      [fresh, 'already-invited'],
    ])
    const [stranger, one] = [data[0]!, data[1]!]
    expect(Object.keys(stranger)).toEqual(Object.keys(one))
  })

  test('the letter tells who invites where; the token stands behind the # and nowhere as it is', async () => {
    const { token, email } = await invited()
    const letter = (await mailsTo(world, email))[0]!
    expect(letter.subject).toContain(tenant.name)
    expect(letter.text).toContain('Ada')
    const { rows } = await world.db.query<{ row: string }>(
      `select t::text as row from directory.invite_tokens t union all select i::text from invites i
       union all select a::text from audit_entries a union all select e::text from events e`,
    )
    const stored = rows.map(({ row }) => row).join('\n')
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(Buffer.from(token).toString('hex'))
    expect(stored).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('looking at it uses nothing up', async () => {
    const { token, email } = await invited()
    for (let look = 0; look < 3; look += 1) {
      expect(await (await show(token)).json()).toMatchObject({
        tenant: tenant.name,
        inviter: 'Ada',
        email,
        role: 'viewer',
        known: false,
        signedIn: false,
      })
    }
  })

  test('somebody new chooses name and password, and is in', async () => {
    const { token, email } = await invited()
    const browser = new FakeBrowser(world)
    const session = await sessionOf(accept({ token, name: 'Bo', password: newPassword }, browser))
    expect(session.me).toMatchObject({
      person: { name: 'Bo', email },
      tenant: { id: tenant.id },
      role: 'viewer',
    })
    expect((await new FakeBrowser(world).signIn(email, newPassword)).status).toBe(200)
    expect(await browser.refresh()).toBeDefined()
  })

  test('somebody known says their password, and nothing of theirs is overwritten', async () => {
    const { email, password, personId } = await known()
    const row = async () =>
      (
        await world.db.query(
          'select to_jsonb(p) - $2 as person from directory.people p where id = $1',
          [personId, 'none'],
        )
      ).rows[0] as object
    const before = await row()
    const { token } = await invited(email)
    const { me } = await sessionOf(accept({ token, name: 'Mallory', password }))
    expect(me).toMatchObject({ tenant: { id: tenant.id }, role: 'viewer' })
    expect(me.tenants).toHaveLength(2)
    expect(await row()).toEqual(before)
  })

  test('somebody who is signed in accepts with a click, and keeps when that session ends', async () => {
    const { email, password } = await known()
    const { token } = await invited(email)
    const browser = new FakeBrowser(world)
    const before = await sessionOf(browser.signIn(email, password))
    expect(await (await show(token, browser)).json()).toMatchObject({ known: true, signedIn: true })
    const session = await sessionOf(accept({ token }, browser))
    expect(session.me.tenant.id).toBe(tenant.id)
    expect(session.sessionEndsAt).toBe(before.sessionEndsAt)
  })

  test('XC-1 somebody with a second factor shows it, and is in the tenant that invited them', async () => {
    const moment = new Date()
    await world.setClock(moment)
    const { email, password } = await known()
    const there = world.as(await sessionOf(new FakeBrowser(world).signIn(email, password)))
    const { secret } = await there.account.beginTotp({ body: { password } })
    await there.account.confirmTotp({ body: { code: codeAt(secret, moment) } })
    const { inviteId } = await invite(email)
    expect(inviteId).not.toBeNull()
    const token = await letterTo(email)
    const browser = new FakeBrowser(world)
    const problem = await problemOf(accept({ token, password }, browser))
    expect(problem).toMatchObject({ status: 401, code: 'second-factor-required' })
    const later = new Date(moment.getTime() + 60_000)
    await world.setClock(later)
    const body = { ticket: problem.ticket, code: codeAt(secret, later) }
    const session = await sessionOf(browser.post('/v1/auth/verify-mfa', body))
    await world.setClock(null)
    expect(session.me).toMatchObject({ tenant: { id: tenant.id }, secondFactorMissing: false })
  })

  test('somebody who was removed is invited anew, with the new role', async () => {
    const { token, email } = await invited()
    const first = await sessionOf(accept({ token, name: 'Bo', password: newPassword }))
    const { data } = await api().team.list({ query: { search: email } })
    await api().team.setCompliance({ params: { id: data[0]!.id }, body: { compliance: true } })
    await api().team.remove({ params: { id: data[0]!.id } })
    await invite(email, 'admin')
    const again = await letterTo(email, 2)
    const { me } = await sessionOf(accept({ token: again, password: newPassword }))
    expect(me).toMatchObject({ role: 'admin', compliance: false })
    expect((await world.ask('/v1/me', { as: first })).status).toBe(401)
  })

  test('of 200 who accept at once, over two processes, one comes in', async () => {
    const { token } = await invited()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        accept({ token, name: `Bo ${i}`, password: newPassword }, new FakeBrowser(world), i % 2),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(
      [...new Set(statuses)].filter((status) => ![200, 401, 404, 422, 503].includes(status)),
    ).toEqual([])
    const { data } = await api().team.list({ query: { search: 'Bo ' } })
    expect(data).toHaveLength(1)
  })

  test('of 200 known ones with a password, who share an address, one comes in', async () => {
    const { email, password } = await known()
    const { token } = await invited(email)
    const browser = new FakeBrowser(world)
    await browser.signIn(email, password)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => accept({ token }, browser.tab(), i % 2)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})

describe('TM-1 what it leaves behind', () => {
  test('each step in the audit log: invited, renewed, cancelled, joined', async () => {
    const first = await invited()
    await api().team.resendInvite({ params: { id: first.inviteId } })
    const second = await invited()
    await api().team.cancelInvite({ params: { id: second.inviteId } })
    const token = await letterTo(first.email, 2)
    await accept({ token, name: 'Bo', password: newPassword })
    expect(await entries('team.invited')).toHaveLength(2)
    expect(await entries('team.invite-renewed')).toHaveLength(1)
    expect(await entries('team.invite-cancelled')).toHaveLength(1)
    const [joined] = await entries('team.joined')
    expect(joined).toMatchObject({ actor: { kind: 'member' }, after: { inviteId: first.inviteId } })
  })

  test('an invitation is in the list until it is over, and is no member', async () => {
    const { email, inviteId } = await invited()
    const { data } = await api().team.list({ query: { state: 'invited' } })
    expect(data).toMatchObject([
      {
        id: inviteId,
        state: 'invited',
        person: { name: '', email },
        joinedAt: null,
        invitation: { by: 'Ada' },
      },
    ])
    expect(await outcomeOf(api().team.suspend({ params: { id: inviteId } }))).toBe(404)
  })
})
