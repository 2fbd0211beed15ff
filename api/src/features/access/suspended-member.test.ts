/** XC-1: whoever is suspended is told so once they have proved who they are, and nobody before that. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { SoftAuthenticator } from '../../testing/authenticator.ts'
import type { WorldMember, WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { codeAt } from '../factors/index.ts'

let world: World
let tenant: WorldTenant
let somebody: WorldMember

beforeAll(async () => {
  world = await joinWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  tenant = await world.tenant(`Harbour ${Math.random()}`, { roles: ['owner'] })
  somebody = await tenant.member()
})

const put = (state: 'active' | 'suspended' | 'removed') =>
  world.db.query('update members set state = $1 where id = $2', [state, somebody.id])

const signIn = (more: object = {}, from = new FakeBrowser(world)) =>
  from.post('/v1/auth/sign-in', { email: somebody.email, password: somebody.password, ...more })

/** All that is said, but for the name of the request. */
async function said(answer: Response): Promise<Omit<ProblemDocument, 'instance'>> {
  const { instance: _, ...rest } = (await answer.json()) as ProblemDocument
  return rest
}

const keptOut = (name = tenant.name) => ({
  status: 403,
  code: 'access-suspended',
  tenants: [name],
  detail: expect.stringContaining(name),
})

const sessionsStarted = async () => {
  const { rows } = await world.db.query('select 1 from sessions where tenant_id = $1', [tenant.id])
  return rows.length
}

/** A member of one more tenant. */
async function alsoIn(): Promise<WorldTenant> {
  const other = await world.tenant(`Elsewhere ${Math.random()}`, { roles: ['owner'] })
  await world.db.query(
    `insert into members (tenant_id, id, person_id, role, joined_at)
     values ($1, uuidv7(), $2, 'viewer', now())`,
    [other.id, somebody.personId],
  )
  return other
}

describe('XC-1 before anything is proved', () => {
  test('a wrong password of somebody suspended is answered as that of anybody, and of nobody', async () => {
    await put('suspended')
    const password = 'a guess that is wrong'
    const [theirs, nobodys] = [
      await said(await signIn({ password })),
      await said(await signIn({ password, email: 'nobody@nowhere.example' })),
    ]
    expect(theirs).toEqual(nobodys)
    expect(theirs).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  test('the password alone tells nothing of it to whoever has a second factor', async () => {
    const { recoveryCodes } = await setUpTotp()
    await put('suspended')
    const from = new FakeBrowser(world)
    const waiting = await said(await signIn({}, from))
    expect(waiting).toMatchObject({ status: 401, code: 'second-factor-required' })
    const { ticket } = waiting
    const verify = (recoveryCode: string) =>
      from.post('/v1/auth/verify-mfa', { ticket, recoveryCode })
    expect((await verify('AAAAA-BBBBB')).status).toBe(401)
    expect(await said(await verify(recoveryCodes[0]!))).toMatchObject(keptOut())
  })
})

describe('XC-1 once it is proved', () => {
  test('they hear that they are suspended and where, and come in nowhere', async () => {
    await put('suspended')
    const before = await sessionsStarted()
    const from = new FakeBrowser(world)
    expect(await said(await signIn({}, from))).toMatchObject(keptOut())
    expect(await from.resume()).toBeNull()
    expect(await sessionsStarted()).toBe(before)
  })

  test('a passkey is as good a proof', async () => {
    const session = (await (await signIn()).json()) as Session
    const device = new SoftAuthenticator(ownOrigin)
    const { account } = world.as(session)
    const made = await account.beginPasskey({ body: { password: somebody.password } })
    const passkey = device.create(made.options)
    await account.addPasskey({ body: { name: 'Laptop', passkey: passkey as never } })
    await put('suspended')
    const from = new FakeBrowser(world)
    const asked = (await (await from.post('/v1/auth/passkey-options', {})).json()) as {
      options: Record<string, unknown>
    }
    const answer = await from.post('/v1/auth/passkey-sign-in', {
      passkey: device.get(asked.options),
    })
    expect(await said(answer)).toMatchObject(keptOut())
  })

  test('who has another tenant comes in there, and is told of the one that they ask for', async () => {
    const other = await alsoIn()
    await put('suspended')
    const { me } = (await (await signIn()).json()) as Session
    expect(me.tenant.id).toBe(other.id)
    expect(await said(await signIn({ tenantId: tenant.id }))).toMatchObject(keptOut())
  })

  test('whoever was removed, or asks for a tenant of others, is answered as ever', async () => {
    const strange = await world.tenant(`Strange ${Math.random()}`, { roles: [] })
    const wrong = await said(await signIn({ password: 'a guess that is wrong' }))
    await put('suspended')
    expect(await said(await signIn({ tenantId: strange.id }))).toEqual(wrong)
    await put('removed')
    expect(await said(await signIn())).toEqual(wrong)
  })
})

describe('XC-1 V6.3.1 what is counted', () => {
  test('a right password locks nobody out who tries again and again', async () => {
    await put('suspended')
    for (let i = 0; i < 12; i += 1) expect((await signIn()).status).toBe(403)
    await put('active')
    expect((await signIn()).status).toBe(200)
  })

  test('a guess is counted before it is looked at, and a right one after too many is not looked at', async () => {
    await put('suspended')
    for (let i = 0; i < 5; i += 1) await signIn({ password: `a guess that is wrong ${i}` })
    expect((await signIn()).status).toBe(429)
  })

  test('where there is a second factor, the right password alone forgets no guess', async () => {
    await setUpTotp()
    await put('suspended')
    for (let i = 0; i < 4; i += 1) await signIn({ password: `a guess that is wrong ${i}` })
    expect((await signIn()).status).toBe(401)
    expect((await signIn()).status).toBe(429)
  })
})

async function setUpTotp(): Promise<{ recoveryCodes: readonly string[] }> {
  const { account } = world.as((await (await signIn()).json()) as Session)
  const { secret } = await account.beginTotp({ body: { password: somebody.password } })
  return account.confirmTotp({ body: { code: codeAt(secret, new Date()) } })
}
