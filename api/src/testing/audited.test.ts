/**
 * XC-4: whatever is changed, and whatever is read that is sensitive, leaves an entry in the audit log of
 * its tenant. The endpoints are found in the contract: a new one is done here as it is filled in
 * `every-endpoint.ts`, and fails by its name where it leaves nothing, or where nobody could do it.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { giveProof, operationOf, systemPrincipal } from '../core/access/index.ts'
import type { OpenFoundation } from '../core/house/index.ts'
import { decodeJwt } from 'jose'
import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import { bySequence, elsewhere, harmless, sensitiveScopes, silent } from './audited.ts'
import { FakeBrowser, ownOrigin } from './fake-browser.ts'
import { codeAt } from '../features/factors/index.ts'
import { SoftAuthenticator } from './authenticator.ts'
import { call, furnish, openPage, publishKeys, type Caller, type Corner } from './belongings.ts'
import type { WorldTenant } from './builders.ts'
import {
  everyEndpoint,
  type Belongings,
  type EndpointEntry,
  type FilledRequest,
} from './every-endpoint.ts'
import { openFoundationOf } from './foundation.ts'
import type { Holder } from './transport.ts'
import { issue } from './webhooks/certificates.ts'
import { startWorld, type OwnWorld } from './world.ts'

/** What changes nothing, or is refused, unless something was done before: that, and what to ask then. */
type Prepare = (owner: Client, of: Belongings) => Promise<FilledRequest | void>
const prepared: Readonly<Record<string, Prepare>> = {
  'team.resume': async ({ team: members }, { memberId: id }) => {
    await members.suspend({ params: { id } })
  },
  'team.resetFactors': async (_, { memberId: id }) => {
    await world.db.query(
      `insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
       select 'lost', person_id, '', 0, '{}', 'Laptop', now() from members where id = $1`,
      [id],
    )
  },
  'team.leave': async (_, { memberId: id }) => {
    await world.db.query(`update members set role = 'owner' where id = $1`, [id])
  },
  'invites.accept': async (_, { inviteId }) => {
    const token = 'A'.repeat(43)
    await world.db.query('update directory.invite_tokens set hash = $2 where invite_id = $1', [
      inviteId,
      foundation.secrets.hmac(`invite:${token}`),
    ])
    return { body: { token, name: 'Ada Example', password: 'correct horse battery staple' } }
  },
  // One that is open stays as it is.
  'webhookInbox.open': async ({ webhookInbox }, { appId }) => {
    await webhookInbox.close({ body: { appId } })
  },
  'jobs.cancel': async ({ jobs }, { jobId: id }) => {
    await jobs.resume({ params: { id } })
  },
  'keys.endOverlap': async ({ keys }, { keyId: id }) => {
    await keys.rotate({ params: { id }, body: { overlap: '1h' } })
  },
  'webhooks.resumeEndpoint': async ({ webhooks }, { endpointId: id }) => {
    await webhooks.pauseEndpoint({ params: { id } })
  },
  'webhooks.endOldSecret': async ({ webhooks }, { endpointId: id }) => {
    await webhooks.rotateSecret({ params: { id }, body: { overlap: '1h' } })
  },
  'webhooks.removeCertificate': async ({ webhooks }, { endpointId: id }) => {
    const { certificate, privateKey } = issue()
    await webhooks.setCertificate({ params: { id }, body: { certificate, privateKey } })
  },
  'security.update': async () => ({ body: { secondFactorRequired: true } }),
  'reviews.sign': async ({ reviews }) => {
    const { id } = await reviews.start({ body: { which: 'stale' } })
    return { params: { id } }
  },
}

let world: OwnWorld
let foundation: OpenFoundation
let team: Holder
let tenant: WorldTenant
let corner: Corner | undefined

beforeAll(async () => {
  world = await startWorld({ env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000' } })
  foundation = await openFoundationOf(world)
  team = await publishKeys(world)
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const writes = everyEndpoint.filter(({ endpoint }) => endpoint.method !== 'GET')
const walked = writes.filter(
  ({ name }) => ![silent, elsewhere, bySequence].some((list) => name in list),
)
const sensitive = everyEndpoint.filter(
  ({ name, endpoint: { method, options } }) =>
    method === 'GET' && sensitiveScopes.has(options.access) && !(name in harmless),
)

describe('XC-4 every write leaves an entry', () => {
  test.each(walked)('$name', (entry) => leavesEntry(entry))

  test.each(Object.entries(elsewhere))(
    '%s, as a test of its own finds',
    async (_, [file, action]) => {
      const source = await readFile(new URL(`../${file}`, import.meta.url), 'utf8')
      expect(source).toContain(action)
    },
  )
})

/** Each step as it is named in the contract, with what the log has more of behind it. */
test('XC-4 every step of proving who one is leaves an entry', async () => {
  await begin()
  const { email, password } = await tenant.member()
  const moment = new Date()
  await world.setClock(moment)
  const left: [step: string, actions: readonly string[]][] = []
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = await actions()
    const result = await work()
    left.push([name, (await actions()).slice(before.length)])
    return result
  }
  const browser = new FakeBrowser(world)
  const session = await read<Session>(browser.signIn(email, password))
  const { account, auth, sessions } = world.as(session)
  const prove = async (operation?: string) => {
    const code = codes.pop()!
    return (await auth.stepUp({ body: { recoveryCode: code, operation } })).proof!
  }
  const proved = async (method: string, path: string, json?: object) => {
    const operation = operationOf(foundation.secrets, { method, path, body: json })
    const headers = { 'step-up-proof': await prove(operation) }
    return () => world.ask(path, { method, as: session, headers, ...(json ? { json } : {}) })
  }
  const remove = (path: string) => proved('DELETE', path)

  const { secret } = await account.beginTotp({ body: { password } })
  const confirm = { body: { code: codeAt(secret, moment) } }
  const { recoveryCodes: codes } = await step('account.confirmTotp', () =>
    account.confirmTotp(confirm),
  )
  const other = new FakeBrowser(world)
  const { ticket } = await read<{ ticket: string }>(other.signIn(email, password))
  const body = { ticket, recoveryCode: codes.pop()! }
  const elsewhereNow = await step('auth.verifyMfa', () =>
    read<Session>(other.post('/v1/auth/verify-mfa', body)),
  )
  await step('auth.stepUp', () => prove())

  const device = new SoftAuthenticator(ownOrigin)
  const id = Buffer.from(device.id).toString('base64url')
  const asked = await account.beginPasskey({ body: { password } })
  const passkey = device.create(asked.options)
  const made = { name: 'Laptop', passkey }
  await step('account.addPasskey', await proved('POST', '/v1/account/passkeys', made))
  const third = new FakeBrowser(world)
  const { options } = await read<{ options: Record<string, unknown> }>(
    third.post('/v1/auth/passkey-options', {}),
  )
  const answer = { passkey: device.get(options) }
  await step('auth.signInWithPasskey', () =>
    read<Session>(third.post('/v1/auth/passkey-sign-in', answer)),
  )
  await step('account.renamePasskey', () =>
    account.renamePasskey({ params: { id }, body: { name: 'Old laptop' } }),
  )
  await step('account.removePasskey', await remove(`/v1/account/passkeys/${id}`))
  await step('account.removeTotp', await remove('/v1/account/totp'))
  const { data } = await world.as(elsewhereNow).sessions.list()
  const mine = data.find(({ current }) => current)!
  await step('sessions.end', () => sessions.end({ params: { id: mine.id } }))
  await step('auth.signOut', () => browser.post('/v1/auth/sign-out'))
  await world.setClock(null)

  expect(Object.fromEntries(left)).toEqual(
    Object.fromEntries(
      Object.entries(bySequence).map(([name, action]) => [name, expect.arrayContaining([action])]),
    ),
  )
})

async function actions(): Promise<readonly string[]> {
  const { rows } = await world.db.query<{ action: string }>(
    'select action from audit_entries where tenant_id = $1 order by sequence',
    [tenant.id],
  )
  return rows.map(({ action }) => action)
}

const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T

describe('XC-4 every sensitive read leaves an entry', () => {
  test('there are some', () => {
    const names = sensitive.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['logs.search', 'logs.show', 'audit.search', 'audit.export']),
    )
  })

  test.each(sensitive)('$name', (entry) => leavesEntry(entry))
})

test('nothing is excused that is not there any more', () => {
  const names = new Set(everyEndpoint.map(({ name }) => name))
  const excused = [silent, prepared, bySequence, elsewhere, harmless].flatMap((list) =>
    Object.keys(list),
  )
  expect(excused.filter((name) => !names.has(name))).toEqual([])
})

/** From here on it is about a new tenant, in which nothing was done. */
async function begin(): Promise<void> {
  corner = undefined
  tenant = await world.tenant('Audited', { roles: ['owner'] })
}

/**
 * In the tenant in which others were done before, for to furnish one is fifty requests. What does not
 * go there, or leaves nothing, may have been done already: it is asked in a new one, and has to go.
 */
async function leavesEntry(entry: EndpointEntry): Promise<void> {
  if (corner && (await leftIn(corner, entry).catch(() => undefined))?.entries.length) return
  await begin()
  corner = await furnish(world, tenant, 'sandbox')
  const { by, entries } = await leftIn(corner, entry)
  expect({ name: entry.name, by, hasLeft: entries.length > 0 }).toMatchObject({ hasLeft: true })
}

/** Asks as everybody in turn who might, until one may; the entry is the one of that very request. */
async function leftIn(where: Corner, entry: EndpointEntry) {
  const refusals: string[] = []
  const [owner, ...others] = await callersOf(where)
  const asked = await prepared[entry.name]?.(world.as(owner!.as), where.belongings)
  for (const caller of [owner!, ...others]) {
    const filled = asked ?? entry.fill!(where.belongings, caller.asker)
    const answer = await callProving(entry, filled, caller)
    if (answer.status >= 300) {
      refusals.push(`${caller.name}: ${answer.status} ${answer.text.slice(0, 200)}`)
      continue
    }
    const { rows } = await world.db.query<{ action: string }>(
      'select action from audit_entries where tenant_id = $1 and user_agent = $2',
      [tenant.id, caller.headers['user-agent']],
    )
    return { by: caller.name, entries: rows }
  }
  throw new Error(`nobody could do ${entry.name}:\n${refusals.join('\n')}`)
}

let marks = 0

/** Each request has a mark of its own, by which its entry is known. */
async function callersOf(where: Corner): Promise<Caller[]> {
  const { key, belongings } = where
  const page = await openPage(world, key.as!, key.asker)
  const callers = [await ownerOf(where), key, page]
  callers.push(
    { ...key, name: 'a module team', as: team },
    { ...key, name: 'a stranger', as: null },
  )
  const marked = (headers: Caller['headers']) => {
    const mark = `audited-${belongings.appId}-${(marks += 1)}`
    return { ...headers, 'user-agent': mark }
  }
  return callers.map(({ name, as, headers, asker }) => ({
    name,
    as,
    asker,
    headers: marked(headers),
  }))
}

/** The owner in a session of their own, which has just proved a second factor. */
async function ownerOf({ key }: Corner): Promise<Caller> {
  const { id: memberId, email, password } = await tenant.member()
  const { token } = await world.as(null).auth.signIn({ body: { email, password } })
  await world.db.query(
    `update sessions set second_factor_at = now() where id =
       (select id from sessions where member_id = $1 order by id desc limit 1)`,
    [memberId],
  )
  return { name: 'the owner', as: { token }, headers: {}, asker: { ...key.asker, email, password } }
}

/** Who is asked for a proof of this operation brings one, and asks the same again. */
async function callProving(entry: EndpointEntry, filled: FilledRequest, caller: Caller) {
  const answer = await call(world, entry, filled, caller)
  const { operation } =
    answer.status === 403 ? (JSON.parse(answer.text) as { operation?: string }) : {}
  if (!operation || !caller.as) return answer
  const { sub: sessionId = '' } = decodeJwt(caller.as.token)
  const proof = await foundation.scopes.run(systemPrincipal('audited', tenant.id), (scope) =>
    giveProof(scope, { kind: 'member', sessionId }, operation),
  )
  const headers = { ...caller.headers, 'step-up-proof': proof }
  return call(world, entry, filled, { ...caller, headers })
}
