/** XC-1: as whom people come in by their provider, and what is closed where they come in by it alone. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import type { World } from '../../testing/world.ts'
import { CompanyWorld } from './company-world.ts'

let company: CompanyWorld
let world: World

beforeAll(async () => {
  company = await CompanyWorld.start()
  world = company.world
})
afterEach(() => company.provider.stop())
afterAll(() => company.stop())

describe('what happens', () => {
  test('somebody new becomes a member in the default role, and has no password', async () => {
    await company.found({ defaultRole: 'analyst' })
    const ada = company.know('ada')
    const { status, session, browser } = await company.enter(ada)
    expect(status).toBe(200)
    expect(session.me).toMatchObject({
      person: { name: 'ada Example', email: ada.email },
      tenant: { id: company.tenant.id },
      role: 'analyst',
    })
    expect(await browser.refresh()).toMatchObject({ me: { role: 'analyst' } })
    const guess = await new FakeBrowser(world).signIn(ada.email, 'none')
    expect(guess.status).toBe(401)
  })

  test('nobody new does where that is switched off', async () => {
    await company.found({ createsMembers: false })
    expect(await company.enter(company.know('ada'))).toMatchObject({
      status: 401,
      reason: 'no-member',
    })
    const bo = company.know('bo')
    await company.join(bo.email)
    expect(await company.enter(bo)).toMatchObject({
      status: 200,
      session: { me: { role: 'analyst' } },
    })
  })

  test('a group of the provider gives the role that it is mapped to, and never more than admin', async () => {
    await company.found({
      roleClaim: 'groups',
      roleMap: [
        { value: 'platform', role: 'admin' },
        { value: 'engineers', role: 'developer' },
      ],
    })
    const first = await company.enter(company.know('ada', { groups: ['engineers', 'platform'] }))
    expect(first.session.me.role).toBe('admin')
    const second = await company.enter(company.know('bo', { groups: ['engineers', 'owner'] }))
    expect(second.session.me.role).toBe('developer')
    const third = await company.enter(company.know('cy', { groups: ['owner'] }))
    expect(third.session.me.role).toBe('viewer')
  })

  test('a member of before is the same one, in the role that they have, and stays so by their subject', async () => {
    await company.found()
    const ada = company.know('ada')
    const id = await company.join(ada.email, 'developer')
    expect((await company.enter(ada)).session.me.role).toBe('developer')
    company.provider.accounts.set(ada.subject, {
      email: `renamed@${company.domain}`,
      email_verified: true,
    })
    const again = await company.enter({ ...ada, email: `renamed@${company.domain}` })
    expect(again.session.me.person.email).toBe(ada.email)
    const { rows } = await world.db.query('select member_id from sso_links where tenant_id = $1', [
      company.tenant.id,
    ])
    expect(rows).toEqual([{ member_id: id }])
  })

  test('whoever was removed and is let in anew comes with the account that they have by then', async () => {
    await company.found()
    const ada = company.know('ada')
    await company.enter(ada)
    const { rows } = await world.db.query<{ id: string }>(
      'select member_id as id from sso_links where tenant_id = $1',
      [company.tenant.id],
    )
    const { id } = rows[0]!
    await world.as(await company.tenant.proved('owner')).team.remove({ params: { id } })
    await world.db.query(`update members set state = 'active' where id = $1`, [id])
    company.provider.accounts.set('another account', { email: ada.email, email_verified: true })
    const again = await company.enter({ email: ada.email, subject: 'another account' })
    expect(again).toMatchObject({ status: 200, session: { me: { person: { email: ada.email } } } })
  })

  test('a provider’s word opens its own tenant and no other of the same person', async () => {
    await company.found()
    const ada = company.know('ada')
    await company.enter(ada)
    const elsewhere = await company.elsewhere(ada.email)
    const { browser, session } = await company.enter(ada)
    expect(session.me.tenants).toEqual([{ id: company.tenant.id, name: company.tenant.name }])
    const switched = await browser.post('/v1/auth/switch-tenant', { tenantId: elsewhere.id })
    expect(switched.status).toBe(404)
    await world.db.query(
      `insert into sessions (tenant_id, id, member_id, device_hash, started_at, ends_at)
       select tenant_id, uuidv7(), id, '', now(), now() + interval '1 hour' from members
       where tenant_id = $1 and role = 'admin'`,
      [elsewhere.id],
    )
    await world.db.query(
      `insert into directory.refresh_tokens (hash, tenant_id, session_id, expires_at)
       select sha256(id::text::bytea), tenant_id, id, ends_at from sessions where tenant_id = $1
       on conflict do nothing`,
      [elsewhere.id],
    )
    const { data } = await world.as(session).sessions.list()
    expect(new Set(data.map((one) => one.tenant.id))).toEqual(new Set([company.tenant.id]))
  })

  test('XC-1 a provider’s word makes no browser one of the person’s, and takes the session nowhere', async () => {
    await company.found()
    const ada = company.know('ada')
    await company.join(ada.email)
    await company.elsewhere(ada.email)
    const { browser, session } = await company.enter(ada)
    const { rows } = await world.db.query(
      `select from directory.devices d join directory.people p on p.id = d.person_id
       where p.email = $1`,
      [ada.email],
    )
    expect(rows).toEqual([])
    const switched = await browser.post('/v1/auth/switch-tenant', { tenantId: company.tenant.id })
    expect(switched.status).toBe(409)
    expect((await world.as(session).me.show()).tenants).toHaveLength(1)
    expect((await browser.refresh())?.me.tenants).toHaveLength(1)
  })

  test('V6.3.5 a further browser is told of, as far as the tenant knows', async () => {
    await company.found()
    const ada = company.know('ada')
    await company.enter(ada)
    const { session } = await company.enter(ada)
    const { data } = await world.as(session).notifications.list()
    expect(data.map(({ kind }) => kind)).toEqual(['account.signed-in'])
  })

  test('a second factor that the provider saw counts where the tenant says so, and for no act', async () => {
    await company.found({ factorCounts: true, defaultRole: 'admin' })
    await world.db.query('update tenants set second_factor_required = true where id = $1', [
      company.tenant.id,
    ])
    const strong = await company.enter(company.know('ada', { amr: ['pwd', 'mfa'] }))
    expect(strong.session.me.secondFactorMissing).toBe(false)
    const { rows } = await world.db.query(
      `select second_factor_at < now() - interval '5 minutes' as old from sessions
       where tenant_id = $1 and by_sso`,
      [company.tenant.id],
    )
    expect(rows).toEqual([{ old: true }])
    const weak = await company.enter(company.know('bo', { amr: ['pwd'] }))
    expect(weak.session.me.secondFactorMissing).toBe(true)
  })

  test('without the tenant’s word it counts for nothing', async () => {
    await company.found()
    await world.db.query('update tenants set second_factor_required = true where id = $1', [
      company.tenant.id,
    ])
    const { session } = await company.enter(company.know('ada', { amr: ['mfa'] }))
    expect(session.me).toMatchObject({ secondFactorMissing: true, scopes: [] })
  })
})

describe('where a domain comes in by its provider alone', () => {
  const password = 'correct horse battery staple'

  test('no password is told right or wrong, but for that of an owner, who comes in', async () => {
    await company.found({ required: true })
    const ada = company.know('ada')
    await company.join(ada.email)
    const boss = company.know('boss')
    await company.join(boss.email, 'owner')
    const refusals = []
    for (const [email, guess] of [
      [ada.email, password],
      [ada.email, 'another one altogether'],
      [`nobody@${company.domain}`, password],
      [boss.email, 'another one altogether'],
    ] as const) {
      const answer = await new FakeBrowser(world).signIn(email, guess)
      const { instance: _, ...said } = (await answer.json()) as Record<string, unknown>
      refusals.push(JSON.stringify(said))
    }
    expect(new Set(refusals).size).toBe(1)
    expect(refusals[0]).toContain('"code":"sso-required"')
    expect((await new FakeBrowser(world).signIn(boss.email, password)).status).toBe(200)
    expect((await company.enter(ada)).status).toBe(200)
  })

  test('sessions that came in otherwise end with that rule, and those of owners stay', async () => {
    await company.found()
    const ada = company.know('ada')
    await company.join(ada.email)
    const before = new FakeBrowser(world)
    await before.signIn(ada.email, password)
    const byProvider = (await company.enter(ada)).browser
    const owner = world.as(await company.tenant.proved('owner'))
    await owner.sso.switch({ body: { enabled: true, required: true } })
    expect(await before.refresh()).toBeUndefined()
    expect(await byProvider.refresh()).toBeDefined()
    await owner.me.show()
  })

  test('another tenant of the same person stays open to their password, and switches to none that asks', async () => {
    await company.found({ required: true })
    const ada = company.know('ada')
    await company.join(ada.email)
    const elsewhere = await company.elsewhere(ada.email)
    const browser = new FakeBrowser(world)
    const answer = await browser.signIn(ada.email, password)
    const { me } = (await answer.json()) as Session
    expect(me.tenants.map(({ id }) => id)).toEqual([elsewhere.id])
    const switched = await browser.post('/v1/auth/switch-tenant', { tenantId: company.tenant.id })
    expect(switched.status).toBe(404)
  })
})
