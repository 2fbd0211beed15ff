/** XC-1: second factors, from setting one up to what only they open. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { SoftAuthenticator } from '../../testing/authenticator.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { codeAt } from '../factors/index.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'

let world: ProcessWorld
let tenant: WorldTenant
let browser: FakeBrowser
let session: Session
let email: string
let password: string
let moment = new Date()

beforeAll(async () => {
  world = await startProcessWorld({
    processes: 2,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '1000' },
  })
})
afterAll(() => world.stop())

beforeEach(async () => {
  moment = new Date()
  await world.setClock(moment)
  tenant = await world.tenant(`Acme ${Math.random()}`, { roles: ['owner'] })
  ;({ email, password } = await tenant.member())
  browser = new FakeBrowser(world)
  session = (await (await browser.signIn(email, password)).json()) as Session
})

const later = (seconds: number) =>
  world.setClock((moment = new Date(moment.getTime() + seconds * 1000)))
const api = (from: Session = session) => world.as({ token: from.token })
const problemOf = async (answer: Response) => (await answer.json()) as ProblemDocument

/** An authenticator app, set up and confirmed. */
async function setUpTotp(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await api().account.beginTotp({ body: { password } })
  const { recoveryCodes } = await api().account.confirmTotp({
    body: { code: codeAt(secret, moment) },
  })
  return { secret, recoveryCodes }
}

async function setUpPasskey(): Promise<SoftAuthenticator> {
  const device = new SoftAuthenticator(ownOrigin)
  const { options } = await api().account.beginPasskey({ body: { password } })
  await api().account.addPasskey({ body: { name: 'Laptop', passkey: device.create(options) } })
  return device
}

/** One that is made, and not added yet. */
async function newPasskey() {
  const { options } = await api().account.beginPasskey({ body: { password } })
  return new SoftAuthenticator(ownOrigin).create(options)
}

const addPasskey = (passkey: object, proof?: string) =>
  world.ask('/v1/account/passkeys', {
    as: session,
    json: { name: 'Laptop', passkey },
    headers: proof ? { 'step-up-proof': proof } : {},
  })

/** Signs in elsewhere, as far as the password goes. */
async function waitForFactor(from = new FakeBrowser(world)) {
  const answer = await from.signIn(email, password)
  const { ticket = '', methods, code } = await problemOf(answer)
  return { from, ticket, methods, code, status: answer.status }
}

const verify = (from: FakeBrowser, body: object, server = 0) =>
  from.post('/v1/auth/verify-mfa', body, server)

/** What any passkey of our page has to sign. */
async function askForPasskey(): Promise<Record<string, unknown>> {
  const answer = await new FakeBrowser(world).post('/v1/auth/passkey-options', {})
  return ((await answer.json()) as { options: Record<string, unknown> }).options
}

const statusWith = async (passkey: object) =>
  (await new FakeBrowser(world).post('/v1/auth/passkey-sign-in', { passkey })).status

const putInState = (state: string) =>
  world.db.query('update members set state = $1 where tenant_id = $2', [state, tenant.id])

const removeTotp = (proof?: string) =>
  world.ask('/v1/account/totp', {
    method: 'DELETE',
    as: session,
    headers: proof ? { 'step-up-proof': proof } : {},
  })

describe('setting one up', () => {
  test('takes the password, and a wrong one is counted', async () => {
    for (const body of [{}, { password: 'not the password of anybody' }]) {
      await expect(api().account.beginTotp({ body })).rejects.toMatchObject({
        problem: { status: 422 },
      })
    }
    const { uri } = await api().account.beginTotp({ body: { password } })
    expect(uri).toMatch(/^otpauth:\/\/totp\/Sonaqor:.+secret=[A-Z2-7]{32}/)
  })

  test('takes a proof for adding this very one, for any further one', async () => {
    const { recoveryCodes } = await setUpTotp()
    const [one, other] = [await newPasskey(), await newPasskey()]
    const refusal = await problemOf(await addPasskey(one))
    expect(refusal).toMatchObject({ status: 403, stepUp: 'operation' })
    const operation = refusal.operation!
    const body = { recoveryCode: recoveryCodes[0]!, operation }
    const { proof } = await api().auth.stepUp({ body })
    expect((await addPasskey(other, proof!)).status).toBe(403)
    expect((await addPasskey(one, proof!)).status).toBe(201)
    expect((await addPasskey(other, proof!)).status).toBe(403)
    expect((await api().account.showFactors()).passkeys).toHaveLength(1)
  })

  test('adds none beyond the first that was begun by the password alone', async () => {
    const early = await newPasskey()
    const { secret } = await api().account.beginTotp({ body: { password } })
    const device = await setUpPasskey()
    const code = codeAt(secret, moment)
    const begun = [
      { path: '/v1/account/totp/confirm', json: { code } },
      { path: '/v1/account/passkeys', json: { name: 'Laptop', passkey: early } },
    ]
    for (const { path, json } of begun) {
      const { operation } = await problemOf(await world.ask(path, { as: session, json }))
      const passkey = device.get((await api().auth.stepUpOptions()).options!)
      const { proof } = await api().auth.stepUp({ body: { passkey, operation } as never })
      const headers = { 'step-up-proof': proof! }
      expect((await world.ask(path, { as: session, json, headers })).status).toBe(422)
    }
    const { totp, passkeys } = await api().account.showFactors()
    expect({ totp, passkeys: passkeys.length }).toEqual({ totp: null, passkeys: 1 })
  })

  test('is nothing before its first code, and gives ten recovery codes with it', async () => {
    await api().account.beginTotp({ body: { password } })
    await expect(api().account.confirmTotp({ body: { code: '000000' } })).rejects.toMatchObject({
      problem: { status: 422 },
    })
    expect((await waitForFactor()).status).toBe(200)
    const { recoveryCodes } = await setUpTotp()
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/)
    expect(await api().account.showFactors()).toMatchObject({
      totp: { since: expect.any(String) },
      recoveryCodesLeft: 10,
    })
  })

  test('keeps none of it as it is', async () => {
    const { secret, recoveryCodes } = await setUpTotp()
    const { rows } = await world.db.query<{ row: string }>(`
      select t::text as row from directory.totp_factors t union all
      select t::text from directory.recovery_codes t union all
      select t::text from audit_entries t`)
    const stored = rows.map(({ row }) => row).join('\n')
    const plain = recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')])
    for (const text of [secret, ...plain]) {
      expect(stored).not.toContain(text)
      expect(stored).not.toContain(Buffer.from(text).toString('hex'))
    }
  })
})

describe('signing in with a second factor', () => {
  test('the password alone opens nothing', async () => {
    await setUpTotp()
    const { from, ticket, methods, status, code } = await waitForFactor()
    expect([status, code, methods]).toEqual([
      401,
      'second-factor-required',
      ['totp', 'recovery-code'],
    ])
    expect(await from.resume()).toBeNull()
    for (const body of [{ ticket }, { ticket, code: '123456', recoveryCode: 'AAAAA-BBBBB' }]) {
      expect((await verify(from, body)).status).toBe(422)
    }
    expect((await verify(from, { ticket: 'another', code: '123456' })).status).toBe(401)
  })

  test('the code of now opens it, one of a minute ago does not', async () => {
    const { secret } = await setUpTotp()
    await later(120)
    const { from, ticket } = await waitForFactor()
    const old = codeAt(secret, new Date(moment.getTime() - 60_000))
    expect((await verify(from, { ticket, code: old })).status).toBe(401)
    const answer = await verify(from, { ticket, code: codeAt(secret, moment) }, 1)
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as Session).me.person.email).toBe(email)
    expect((await from.refresh())?.me.person.email).toBe(email)
  })

  test('a code works once: of 200 sign-ins that bring it at once, one comes in', async () => {
    const { secret } = await setUpTotp()
    await later(60)
    const code = codeAt(secret, moment)
    const tickets = []
    for (let i = 0; i < 50; i += 1) {
      tickets.push(...(await Promise.all(Array.from({ length: 4 }, () => waitForFactor()))))
      // So many right passwords in a row are slowed down; these are of as many days.
      await world.db.query('delete from directory.sign_in_counters')
    }
    expect(tickets.filter(({ ticket }) => ticket !== '')).toHaveLength(200)
    const answers = await Promise.all(
      tickets.map(({ from, ticket }, i) => verify(from, { ticket, code }, i % 2)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const strange = answers.filter(({ status }) => ![200, 401, 429, 503].includes(status))
    expect(strange).toEqual([])
  })

  test('a code is spent though the sign-in is refused after it', async () => {
    const { secret } = await setUpTotp()
    await later(60)
    const { from, ticket } = await waitForFactor()
    const shown = { ticket, code: codeAt(secret, moment) }
    await putInState('suspended')
    expect((await verify(from, shown)).status).toBe(403)
    await putInState('active')
    expect((await verify(from, shown)).status).toBe(401)
    await later(30)
    expect((await verify(from, { ticket, code: codeAt(secret, moment) })).status).toBe(200)
  })

  test('200 that bring one recovery code at once have one winner', async () => {
    const { recoveryCodes } = await setUpTotp()
    const { from, ticket } = await waitForFactor()
    const [recoveryCode] = recoveryCodes
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => verify(from.tab(), { ticket, recoveryCode }, i % 2)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([])
  })

  test('100 wrong codes at once never get more than ten looks', async () => {
    const { secret } = await setUpTotp()
    await later(60)
    const { from, ticket } = await waitForFactor()
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        verify(from.tab(), { ticket, code: String(100_000 + i) }, i % 2),
      ),
    )
    const { rows } = await world.db.query<{ tries: number; attempts: number }>(
      `select t.tries, c.attempts from directory.sign_in_tickets t, directory.sign_in_counters c
       where c.subject = sha256(convert_to('second factor ' || t.person_id::text, 'UTF8'))
       order by t.expires_at desc limit 1`,
    )
    expect(rows[0]?.tries).toBeLessThanOrEqual(10)
    expect(rows[0]?.attempts).toBeLessThanOrEqual(10)
    expect((await verify(from, { ticket, code: codeAt(secret, moment) })).status).toBe(401)
  })

  test('a ticket is over after ten minutes', async () => {
    const { secret } = await setUpTotp()
    const { from, ticket } = await waitForFactor()
    await later(660)
    expect((await verify(from, { ticket, code: codeAt(secret, moment) })).status).toBe(401)
  })

  test('a browser that is trusted is not asked again, for thirty days', async () => {
    const { secret } = await setUpTotp()
    await later(60)
    const { from, ticket } = await waitForFactor()
    await verify(from, { ticket, code: codeAt(secret, moment), trustDevice: true })
    expect((await waitForFactor(from)).status).toBe(200)
    expect((await waitForFactor()).status).toBe(401)
    await later(31 * 24 * 3600)
    expect((await waitForFactor(from)).status).toBe(401)
  })

  test('XC-4 the audit log says with which one', async () => {
    const { secret } = await setUpTotp()
    await later(60)
    const { from, ticket } = await waitForFactor()
    const answer = await verify(from, { ticket, code: codeAt(secret, moment) })
    const { data } = await api((await answer.json()) as Session).audit.search({
      query: { action: 'sessions.started' },
    })
    expect(data[0]).toMatchObject({ after: { secondFactor: 'totp' } })
  })
})

describe('a passkey', () => {
  test('signs somebody in without a password, and counts as the second factor too', async () => {
    const device = await setUpPasskey()
    const elsewhere = new FakeBrowser(world)
    const { options } = (await (await elsewhere.post('/v1/auth/passkey-options', {})).json()) as {
      options: Record<string, unknown>
    }
    const passkey = device.get(options)
    const answer = await elsewhere.post('/v1/auth/passkey-sign-in', { passkey })
    expect(((await answer.json()) as Session).me.person.email).toBe(email)
    const again = await new FakeBrowser(world).post('/v1/auth/passkey-sign-in', { passkey })
    expect(again.status).toBe(401)
  })

  test('finishes a sign-in that waits', async () => {
    const device = await setUpPasskey()
    const { from, ticket, methods } = await waitForFactor()
    expect(methods).toEqual(['passkey', 'recovery-code'])
    const { options } = (await (
      await from.post('/v1/auth/passkey-options', { ticket })
    ).json()) as {
      options: { allowCredentials: { id: string }[] }
    }
    expect(options.allowCredentials).toHaveLength(1)
    const answer = await verify(from, { ticket, passkey: device.get({ ...options }) })
    expect(answer.status).toBe(200)
  })

  test('of another site, of a locked device, of a copy, or of somebody else opens nothing', async () => {
    const device = await setUpPasskey()
    expect(await statusWith(device.get(await askForPasskey(), 'http://evil.test'))).toBe(401)
    device.verifiesUser = false
    expect(await statusWith(device.get(await askForPasskey()))).toBe(401)
    device.verifiesUser = true
    expect(await statusWith(device.get({ challenge: 'bm90IG91cnM' }))).toBe(401)
    expect(await statusWith(new SoftAuthenticator(ownOrigin).get(await askForPasskey()))).toBe(401)
    expect(await statusWith(device.get(await askForPasskey()))).toBe(200)
    device.counter = 0
    expect(await statusWith(device.get(await askForPasskey()))).toBe(401)
  })

  test('of somebody else does not finish my sign-in', async () => {
    const theirs = await setUpPasskey()
    const other = await world.tenant(`Other ${Math.random()}`, { roles: ['owner'] })
    ;({ email, password } = await other.member())
    session = (await (await new FakeBrowser(world).signIn(email, password)).json()) as Session
    await setUpTotp()
    const { from, ticket } = await waitForFactor()
    const { options } = (await (
      await from.post('/v1/auth/passkey-options', { ticket })
    ).json()) as { options: Record<string, unknown> }
    expect((await verify(from, { ticket, passkey: theirs.get(options) })).status).toBe(401)
  })

  test('is renamed and removed by its owner alone', async () => {
    const device = await setUpPasskey()
    const id = Buffer.from(device.id).toString('base64url')
    await api().account.renamePasskey({ params: { id }, body: { name: 'Old laptop' } })
    expect((await api().account.showFactors()).passkeys).toMatchObject([{ id, name: 'Old laptop' }])
    const other = await world.tenant(`Other ${Math.random()}`, { roles: ['owner'] })
    await expect(
      world.as(await other.member()).account.renamePasskey({ params: { id }, body: { name: 'x' } }),
    ).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

describe('giving one up', () => {
  test('takes a proof for that very act, and trusts no browser any more', async () => {
    const { secret } = await setUpTotp()
    await later(60)
    const { from, ticket } = await waitForFactor()
    await verify(from, { ticket, code: codeAt(secret, moment), trustDevice: true })
    const { stepUp, operation } = await problemOf(await removeTotp())
    expect([stepUp, operation]).toEqual(['operation', expect.stringMatching('/v1/account/totp#')])
    await later(60)
    const { proof } = await api().auth.stepUp({
      body: { code: codeAt(secret, moment), operation },
    })
    expect((await removeTotp(proof!)).status).toBe(204)
    expect((await api().account.showFactors()).totp).toBeNull()
    await setUpTotp()
    expect((await waitForFactor(from)).status).toBe(401)
  })
})

describe('a tenant that asks for a second factor', () => {
  test('lets nobody do anything who has not shown one, on every door, from the next request on', async () => {
    expect((await api().me.show()).scopes.length).toBeGreaterThan(5)
    await world.db.query('update tenants set second_factor_required = true where id = $1', [
      tenant.id,
    ])
    expect(await api().me.show()).toMatchObject({ scopes: [], secondFactorMissing: true })
    await expect(api().projects.list()).rejects.toMatchObject({
      problem: { code: 'step-up-required' },
    })
    await setUpTotp()
    expect(await api().me.show()).toMatchObject({ secondFactorMissing: false })
    expect(await api().projects.list()).toHaveProperty('data')
    session = (await browser.refresh())!
    expect(session.me.secondFactorMissing).toBe(false)
  })
})
