/** XC-1: what people change of themselves: name, language, password, e-mail, tenants, and who hears of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { WorldTenant } from '../../testing/builders.ts'
import { askProving } from '../../testing/proving.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { decodeJwt } from 'jose'
import { until } from '../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { jobsDone, mailOf, mailsTo, tokenIn } from '../../testing/fake-mailbox.ts'
import { codeAt } from '../factors/index.ts'

let world: ProcessWorld
let tenant: WorldTenant
let browser: FakeBrowser
let session: Session
let email: string
let password: string
let count = 0
let moment = new Date()

const fresh = 'lemon tugboat quiver anthem'

beforeAll(async () => {
  world = await startProcessWorld({
    processes: 2,
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '1000', SONAQOR_DEMO: 'true' },
  })
})
afterAll(() => world.stop())

beforeEach(async () => {
  moment = new Date()
  await world.setClock(moment)
  tenant = await world.tenant(`Harrowgate ${(count += 1)}`, { roles: ['owner', 'viewer'] })
  ;({ email, password } = await tenant.member())
  browser = new FakeBrowser(world)
  session = (await (await browser.signIn(email, password)).json()) as Session
})

const later = (seconds: number) =>
  world.setClock((moment = new Date(moment.getTime() + seconds * 1000)))
const own = (from: Session = session) => world.as(from).account
const signIn = async (chosen: string, from = new FakeBrowser(world), address = email) => {
  const answer = await from.signIn(address, chosen)
  return { status: answer.status, session: (await answer.json()) as Session, from }
}
const isOpen = async ({ token }: Session) =>
  (await world.ask('/v1/me', { as: { token }, server: 1 })).status === 200
const refusedAt = (pointer: string) => ({
  problem: { status: 422, errors: [{ pointer }] },
})

async function setUpTotp(): Promise<string> {
  const { secret } = await own().beginTotp({ body: { password } })
  await own().confirmTotp({ body: { code: codeAt(secret, moment) } })
  return secret
}

async function entries(action: string, tenantId = tenant.id) {
  const { rows } = await world.db.query<{ before: unknown; after: unknown }>(
    'select before, after from audit_entries where tenant_id = $1 and action = $2 order by sequence',
    [tenantId, action],
  )
  return rows
}

describe('what one is known by', () => {
  test('is shown, and changed for all tenants', async () => {
    expect(await own().show()).toEqual({
      name: expect.stringContaining('owner of Harrowgate'),
      email,
      newEmail: null,
      locale: null,
      passwordChangedAt: null,
    })
    const after = await own().update({ body: { name: 'Ada Moreau', locale: 'de' } })
    expect(after).toMatchObject({ name: 'Ada Moreau', locale: 'de' })
    expect((await world.as(session).me.show()).person.name).toBe('Ada Moreau')
  })

  test('XC-4 is in the audit log, before and after', async () => {
    await own().update({ body: { locale: 'de' } })
    expect(await entries('account.updated')).toMatchObject([
      { before: { locale: null }, after: { locale: 'de' } },
    ])
  })
})

const changePassword = () => own().changePassword({ body: { current: password, next: fresh } })

describe('XC-1 a password is not changed', () => {
  test('without the current one, which is counted as at sign-in', async () => {
    const guess = () => own().changePassword({ body: { current: 'a guess', next: fresh } })
    const begun = moment.getTime()
    for (const seconds of [0, 0, 0, 0, 0, 2, 5, 10, 20, 40]) {
      await world.setClock(new Date(begun + seconds * 1000))
      await expect(guess()).rejects.toMatchObject(refusedAt('#/current'))
    }
    const right = own().changePassword({ body: { current: password, next: fresh } })
    await expect(right).rejects.toMatchObject({
      problem: {
        status: 429,
        code: 'quota-exceeded',
        detail: expect.stringMatching(/again in (89\d|900) seconds/),
      },
    })
  })

  test('without the second factor, where there is one', async () => {
    const secret = await setUpTotp()
    await later(400)
    session = (await browser.refresh())!
    await expect(changePassword()).rejects.toMatchObject({ problem: { code: 'step-up-required' } })
    await world.as(session).auth.stepUp({ body: { code: codeAt(secret, moment) } })
    await changePassword()
  })

  test('to a weak one, or one of the own words', async () => {
    for (const next of ['passwordpassword', `harrowgate-${count}-owner!`, 'x'.repeat(20)]) {
      const change = own().changePassword({ body: { current: password, next } })
      await expect(change).rejects.toMatchObject(refusedAt('#/next'))
    }
    expect((await signIn(password)).status).toBe(200)
  })
})

describe('XC-1 a password that is changed', () => {
  test('opens what the old one opens no more, and ends every other session', async () => {
    const other = await signIn(password)
    await own().changePassword({ body: { current: password, next: fresh } })
    expect([await isOpen(session), await isOpen(other.session)]).toEqual([true, false])
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn(fresh)).status).toBe(200)
    const { passwordChangedAt } = await own().show()
    expect(Date.parse(passwordChangedAt!)).toBeGreaterThanOrEqual(moment.getTime())
  })

  test('ends them in every tenant, though a provider has opened the session that changes it', async () => {
    const { id } = await own().addTenant({ body: { name: 'Second home' } })
    const elsewhere = new FakeBrowser(world)
    const body = { email, password, tenantId: id }
    const there = (await (await elsewhere.post('/v1/auth/sign-in', body)).json()) as Session
    const { sub } = decodeJwt(session.token)
    await world.db.query('update sessions set by_sso = true where id = $1', [sub])
    const { data } = await world.as(session).sessions.list()
    expect(data.map((one) => one.tenant.id)).not.toContain(id)
    await own().changePassword({ body: { current: password, next: fresh } })
    expect([await isOpen(session), await isOpen(there)]).toEqual([true, false])
    expect(await elsewhere.refresh()).toBeUndefined()
    const because = { because: 'password-changed' }
    expect(await entries('sessions.ended', id)).toEqual([{ before: null, after: because }])
    expect(await entries('account.password-changed', id)).toEqual([])
    expect(await entries('account.password-changed')).toHaveLength(1)
  })

  test('is told by mail, and stands in the audit log', async () => {
    await own().changePassword({ body: { current: password, next: fresh } })
    await mailOf(world, email, /^Your password was changed$/)
    expect(await entries('account.password-changed')).toHaveLength(1)
  })

  test('right answers before it block nobody', async () => {
    for (let i = 0; i < 12; i += 1) await own().beginTotp({ body: { password } })
    expect(await isOpen(session)).toBe(true)
  })
})

const fromNow = () => `new-${count}@world.test`
const confirm = (token: string, server = 0) =>
  world.ask('/v1/auth/confirm-email', { json: { token }, server })

describe('XC-1 an e-mail address', () => {
  const subject = /^Confirm your new e-mail address$/
  const ask = async (address = fromNow()) => {
    await own().changeEmail({ body: { email: address, password } })
    return tokenIn(await mailOf(world, address, subject), '/confirm-email')
  }

  test('is not changed without the password', async () => {
    for (const body of [{ email: fromNow() }, { email: fromNow(), password: 'a guess' }]) {
      await expect(own().changeEmail({ body })).rejects.toMatchObject(refusedAt('#/password'))
    }
  })

  test('takes the second factor where there is one', async () => {
    const secret = await setUpTotp()
    await later(400)
    session = (await browser.refresh())!
    const change = () => own().changeEmail({ body: { email: fromNow(), password } })
    await expect(change()).rejects.toMatchObject({ problem: { code: 'step-up-required' } })
    await world.as(session).auth.stepUp({ body: { code: codeAt(secret, moment) } })
    await change()
    await mailOf(world, fromNow(), subject)
  })

  test('that belongs to somebody is answered like any other, and told to them alone', async () => {
    const { email: taken } = await tenant.member('viewer')
    const answers = []
    for (const address of [taken, fromNow()]) {
      const json = { email: address, password }
      answers.push(await world.ask('/v1/account/email', { as: session, json }))
    }
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', ''])
    await mailOf(world, taken, /^You have an account already$/)
    await jobsDone(world)
    expect(await mailsTo(world, taken)).toHaveLength(1)
  })

  test('is the old one until the new one is confirmed', async () => {
    await ask()
    expect(await own().show()).toMatchObject({ email, newEmail: fromNow() })
    expect((await signIn(password)).status).toBe(200)
    expect((await signIn(password, new FakeBrowser(world), fromNow())).status).toBe(401)
  })

  test('is theirs with the link, which works once', async () => {
    const token = await ask()
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => confirm(token, i % 2)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(answers.filter(({ status }) => ![204, 422, 503].includes(status))).toEqual([])
    expect(await own().show()).toMatchObject({ email: fromNow(), newEmail: null })
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn(password, new FakeBrowser(world), fromNow())).status).toBe(200)
  })

  test('is told to the old one, and stands in the audit log', async () => {
    await confirm(await ask())
    await mailOf(world, email, /^The e-mail address of your account was changed$/)
    expect(await entries('account.email-changed')).toEqual([
      { before: { email }, after: { email: fromNow() } },
    ])
  })

  test('is not changed any more by a link from before a new password', async () => {
    const token = await ask()
    await own().changePassword({ body: { current: password, next: fresh } })
    expect((await confirm(token)).status).toBe(422)
  })

  test('that has become somebody’s meanwhile stays theirs', async () => {
    const token = await ask()
    await world.db.query(
      `insert into directory.people (id, email, name, password_hash, created_at)
       values (uuidv7(), $1, 'Somebody', 'none', now())`,
      [fromNow()],
    )
    expect((await confirm(token)).status).toBe(409)
    expect(await own().show()).toMatchObject({ email })
  })
})

describe('one more tenant', () => {
  test('is founded by whoever is signed in, who enters it by switching', async () => {
    const { id, name } = await own().addTenant({ body: { name: 'Second home' } })
    const answer = await browser.post('/v1/auth/switch-tenant', { tenantId: id })
    const { me } = (await answer.json()) as Session
    expect(me).toMatchObject({ tenant: { id, name, plan: 'free' }, role: 'owner' })
    expect(me.tenants.map((one) => one.name)).toEqual([tenant.name, 'Second home'])
    expect(await entries('tenants.founded', id)).toMatchObject([{ after: { name } }])
    expect(await entries('tenants.founded')).toEqual([])
  })
})

describe('XC-1 V6.3.7 a mail tells', () => {
  test('of each second factor that comes, is renewed or goes', async () => {
    const secret = await setUpTotp()
    await mailOf(world, email, /^Authenticator app added$/)
    const prove = async (method: string, path: string) => {
      await later(60)
      session = (await browser.refresh())!
      return askProving(world, path, { method, as: session }, async (operation) => {
        const body = { code: codeAt(secret, moment), operation }
        return (await world.as(session).auth.stepUp({ body })).proof!
      })
    }
    expect((await prove('POST', '/v1/account/recovery-codes')).status).toBe(200)
    await mailOf(world, email, /^Recovery codes renewed$/)
    expect((await prove('DELETE', '/v1/account/totp')).status).toBe(204)
    const { text } = await mailOf(world, email, /^Authenticator app removed$/)
    expect(text).not.toContain('none')
  })

  test('of a browser that was never seen before, and of no other', async () => {
    const subject = /^New sign-in to your account$/
    const headers = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    }
    const json = { email, password }
    expect((await world.ask('/v1/auth/sign-in', { json, headers })).status).toBe(200)
    await until(async () =>
      (await mailsTo(world, email)).some(
        (mail) => subject.test(mail.subject) && mail.text.includes('Firefox on Linux'),
      ),
    )
    const before = (await mailsTo(world, email)).length
    await signIn(password, browser)
    await jobsDone(world)
    expect(await mailsTo(world, email)).toHaveLength(before)
  })
})
