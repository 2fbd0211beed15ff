/** XC-1: people come in by the word of their company's provider, and by nothing that looks like it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { FakeBrowser } from '../../testing/fake-browser.ts'
import type { OwnWorld } from '../../testing/world.ts'
import { CompanyWorld } from './company-world.ts'
import { comeBack, goOut, outcome, proveDomain } from './fake-company.ts'

let company: CompanyWorld
let world: OwnWorld

beforeAll(async () => {
  company = await CompanyWorld.start()
  world = company.world
})
afterEach(() => company.provider.stop())
afterAll(() => company.stop())

describe('what is refused', () => {
  beforeEach(() => company.found())

  test('a page of another site begins nothing', async () => {
    const answer = await world.ask('/v1/sign-on/begin', {
      json: { email: `a@${company.domain}` },
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })

  test('beginning is answered alike for every address; where to is told by the domain alone', async () => {
    const { email } = company.know('ada')
    const answers = []
    for (const one of [email, `nobody@${company.domain}`, 'nobody@elsewhere.test']) {
      const browser = new FakeBrowser(world)
      const answer = await browser.post('/v1/sign-on/begin', { email: one })
      answers.push([answer.status, await answer.text(), browser.cookies.size])
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(await goOut(new FakeBrowser(world), `nobody@${company.domain}`)).toContain(
      company.provider.issuer,
    )
    await expect(goOut(new FakeBrowser(world), 'nobody@elsewhere.test')).rejects.toThrow(
      'not-offered',
    )
  })

  test('what came back to another browser, with another state, or from another issuer', async () => {
    const { email, subject } = company.know('ada')
    const browser = new FakeBrowser(world)
    const back = await company.provider.visit(await goOut(browser, email), subject)
    const stranger = new FakeBrowser(world)
    await stranger.post('/v1/sign-on/begin', { email })
    expect(await outcome(await comeBack(stranger, back))).toMatchObject({ reason: 'over' })
    expect(await outcome(await comeBack(new FakeBrowser(world), back))).toMatchObject({
      reason: 'over',
    })
    const forged = new URL(back)
    forged.searchParams.set('state', 'A'.repeat(43))
    expect(await outcome(await comeBack(browser, forged))).toMatchObject({ reason: 'over' })
    const other = new URL(back)
    other.searchParams.set('iss', 'https://other.example')
    expect(await outcome(await comeBack(browser, other))).toMatchObject({ reason: 'not-proved' })
  })

  test('an address that the provider has not confirmed', async () => {
    const unsure = company.know('ada', { email_verified: false })
    expect(await company.enter(unsure)).toMatchObject({ status: 401, reason: 'email-unverified' })
    expect(await company.enter(company.know('bo', { email_verified: undefined }))).toMatchObject({
      reason: 'email-unverified',
    })
  })

  test('XC-1 an address that no mail can be sent to, and the log of the tenant says which', async () => {
    for (const [place, name] of ['jörg', 'r&d', 'two words', 'ada\u0000'].entries()) {
      const known = company.know(`unreached ${place}`, { email: `${name}@${company.domain}` })
      const typed = { ...known, email: `somebody@${company.domain}` }
      expect(await company.enter(typed)).toMatchObject({ status: 401, reason: 'email-unusable' })
    }
    const [first] = await company.actions('sso.refused')
    expect(first).toMatchObject({ fault: 'email-unusable', email: `jörg@${company.domain}` })
  })

  test('an address of a domain that is not the tenant’s, whoever it belongs to', async () => {
    const { email, subject } = company.know('ada')
    company.provider.accounts.set(subject, { email: 'boss@elsewhere.test', email_verified: true })
    expect(await company.enter({ email, subject })).toMatchObject({
      status: 401,
      reason: 'other-domain',
    })
    expect(await company.actions('sso.refused')).toEqual([
      { fault: 'other-domain', email: 'boss@elsewhere.test', subject },
    ])
  })

  test('whoever is suspended or removed, though the provider knows them still', async () => {
    const suspended = company.know('ada')
    await company.join(suspended.email, 'analyst', 'suspended')
    expect(await company.enter(suspended)).toMatchObject({ status: 401, reason: 'kept-out' })
    const removed = company.know('bo')
    await company.enter(removed)
    await world.db.query(
      `update members set state = 'removed' where tenant_id = $1 and person_id =
         (select id from directory.people where email = $2)`,
      [company.tenant.id, removed.email],
    )
    expect(await company.enter(removed)).toMatchObject({ status: 401, reason: 'kept-out' })
  })

  test('another account of the provider that says it is the same person', async () => {
    const ada = company.know('ada')
    expect((await company.enter(ada)).status).toBe(200)
    company.provider.accounts.set('an impostor', { email: ada.email, email_verified: true })
    expect(await company.enter({ email: ada.email, subject: 'an impostor' })).toMatchObject({
      status: 401,
      reason: 'other-account',
    })
  })

  test('everybody, once it is switched off', async () => {
    const ada = company.know('ada')
    const browser = new FakeBrowser(world)
    const back = await company.provider.visit(await goOut(browser, ada.email), ada.subject)
    const owner = world.as(await company.tenant.proved('owner'))
    await owner.sso.switch({ body: { enabled: false, required: false } })
    expect(await outcome(await comeBack(browser, back))).toMatchObject({ reason: 'over' })
    await expect(goOut(new FakeBrowser(world), ada.email)).rejects.toThrow('not-offered')
  })

  test('a code that was used: of 200 that bring it at once, one comes in', async () => {
    const { email, subject } = company.know('ada')
    const browser = new FakeBrowser(world)
    const back = await company.provider.visit(await goOut(browser, email), subject)
    const tabs = Array.from({ length: 200 }, () => browser.tab())
    const answers = await Promise.all(tabs.map((tab) => comeBack(tab, back)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 401)).toHaveLength(199)
  })

  test('a way back that comes after ten minutes', async () => {
    const { email, subject } = company.know('ada')
    const browser = new FakeBrowser(world)
    const back = await company.provider.visit(await goOut(browser, email), subject)
    await world.setClock(new Date(Date.now() + 11 * 60_000))
    expect(await outcome(await comeBack(browser, back))).toMatchObject({ reason: 'over' })
    await world.setClock(null)
  })
})

describe('what it leaves behind', () => {
  test('entries of who came in by what, and of who is new; no address of another tenant’s domain', async () => {
    await company.found()
    await company.enter(company.know('ada'))
    expect((await company.actions('sessions.started')).at(-1)).toMatchObject({ by: 'sso' })
    expect(await company.actions('team.joined')).toMatchObject([{ role: 'viewer', by: 'sso' }])
    const other = await world.tenant('Other', { roles: ['owner'] })
    await proveDomain(world, company.dns, await other.proved('owner'))
    const { rows } = await world.db.query(
      'select from audit_entries where tenant_id = $1 and action = $2',
      [other.id, 'team.joined'],
    )
    expect(rows).toHaveLength(0)
  })
})
