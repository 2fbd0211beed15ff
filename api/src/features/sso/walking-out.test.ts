/** XC-1: where a company comes in by its provider alone, nobody walks out of that, and nothing stays open. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { mailOf, tokenIn } from '../../testing/fake-mailbox.ts'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'
import { FakeTeam } from '../../testing/fake-team.ts'
import { CompanyWorld, type Known } from './company-world.ts'
import { newDomain, proveDomain } from './fake-company.ts'

const password = 'correct horse battery staple'

let company: CompanyWorld
let world: World
let count = 0

beforeAll(async () => {
  company = await CompanyWorld.start({ SONAQOR_DEMO: 'true' })
  world = company.world
})
afterEach(() => company.provider.stop())
afterAll(() => company.stop())

const isPrivate = () => `private-${(count += 1)}@elsewhere.test`
const ask = (as: Holder, email: string) =>
  world.ask('/v1/account/email', { as, json: { email, password } })
const signIn = async (email: string) => {
  const browser = new FakeBrowser(world)
  return { browser, status: (await browser.signIn(email, password)).status }
}
const rule = async (required: boolean) =>
  world.as(await company.tenant.proved('owner')).sso.switch({ body: { enabled: true, required } })

/** Somebody with a password whom the provider knows as well. */
async function linked(): Promise<Known & { readonly session: Holder }> {
  const ada = company.know('ada')
  await company.join(ada.email)
  return { ...ada, session: (await company.enter(ada)).session }
}

async function move({ email }: Known): Promise<string> {
  const other = isPrivate()
  await world.db.query('update directory.people set email = $1 where email = $2', [other, email])
  return other
}

describe('an address of the company', () => {
  test('is not left, in words, and changes within its domains', async () => {
    await company.found({ required: true })
    const { session } = await linked()
    const answer = await ask(session, isPrivate())
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('stays one of its domains')
    expect((await ask(session, `renamed@${company.domain}`)).status).toBe(202)
  })

  test('is left by owners, who come in by what they know', async () => {
    await company.found({ required: true })
    const boss = company.know('boss')
    await company.join(boss.email, 'owner')
    const { session } = await company.enter(boss)
    expect((await ask(session, isPrivate())).status).toBe(202)
  })

  test('is not left by a link from before the rule', async () => {
    await company.found()
    const { email, session } = await linked()
    const other = isPrivate()
    expect((await ask(session, other)).status).toBe(202)
    const token = tokenIn(await mailOf(world, other, /^Confirm your new e-mail/), '/confirm-email')
    const confirm = () => world.ask('/v1/auth/confirm-email', { json: { token } })
    await rule(true)
    expect((await confirm()).status).toBe(409)
    expect(await world.as(session).account.show()).toMatchObject({ email })
    await rule(false)
    expect((await confirm()).status).toBe(204)
  })
})

describe('whom the provider knows', () => {
  test('comes in by it alone, whatever their address is', async () => {
    await company.found({ required: true })
    const ada = await linked()
    expect((await signIn(await move(ada))).status).toBe(401)
    expect((await company.enter(ada)).status).toBe(200)
  })

  test('loses the sessions beside it, whatever their address is', async () => {
    await company.found()
    const { browser } = await signIn(await move(await linked()))
    await rule(true)
    expect(await browser.refresh()).toBeUndefined()
  })
})

test('XC-1 who is an owner no more has no session left beside the provider', async () => {
  await company.found({ required: true })
  const fake = await FakeTeam.of(world)
  const boss = company.know('boss')
  const id = await company.join(boss.email, 'owner')
  const { browser } = await signIn(boss.email)
  const owner = fake.proving(await fake.join(company.tenant.id, { role: 'owner' }))
  await owner.team.changeRole({ params: { id }, body: { role: 'admin' } })
  expect(await browser.refresh()).toBeUndefined()
  expect((await company.enter(boss)).status).toBe(200)
  expect((await signIn(boss.email)).status).toBe(401)
  await fake.close()
})

test('a domain that is verified later ends what came in beside the provider', async () => {
  await company.found({ required: true })
  const domain = newDomain()
  await company.join(`cy@${domain}`)
  const { browser, status } = await signIn(`cy@${domain}`)
  expect(status).toBe(200)
  await proveDomain(world, company.dns, await company.tenant.proved('owner'), domain)
  expect(await browser.refresh()).toBeUndefined()
})
