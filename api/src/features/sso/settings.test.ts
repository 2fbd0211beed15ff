/** XC-1: an owner sets single sign-on up; what is claimed is proved, and what is secret is not shown. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import type { SsoSettings } from '@sonaqor/contract/sso'
import type { WorldMember, WorldTenant } from '../../testing/builders.ts'
import { ownOrigin } from '../../testing/fake-browser.ts'
import { listenAt } from '../../testing/listener.ts'
import { until } from '../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { newDomain, proveDomain } from './fake-company.ts'
import { startFakeDns, type FakeDns } from './fake-dns.ts'
import { startLyingProvider, type LyingProvider } from './lying-provider.ts'
import { startProvider, type RealProvider } from './real-provider.ts'

let world: ProcessWorld
let dns: FakeDns
let provider: RealProvider
let tenant: WorldTenant
let owner: WorldMember
let api: Client
let count = 0

beforeAll(async () => {
  dns = await startFakeDns()
  provider = await startProvider({ redirectUris: [`${ownOrigin}/back`] })
  world = await startProcessWorld({
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000', DNS_SERVERS: dns.address },
  })
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: ['owner', 'admin'] })
  owner = await tenant.proved('owner')
  api = world.as(owner)
})
afterAll(async () => {
  await world.stop()
  await provider.stop()
  dns.stop()
})

const body = (more: object = {}) => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  createsMembers: true,
  defaultRole: 'viewer' as const,
  roleClaim: null,
  roleMap: [],
  factorCounts: false,
  ...more,
})

/** The provider as it was found. */
async function looked(): Promise<NonNullable<SsoSettings['connection']>['check']> {
  await api.sso.check()
  await until(async () => (await api.sso.show()).connection?.check.state !== 'running')
  return (await api.sso.show()).connection!.check
}

const refusal = (status: number, more: object = {}) => ({ problem: { status, ...more } })

describe('who may not', () => {
  test('an admin looks and changes nothing; who has shown no second factor is asked for one', async () => {
    const admin = world.as(await tenant.proved('admin'))
    expect(await admin.sso.show()).toMatchObject({ connection: null, domains: [], revision: 0 })
    await expect(admin.sso.configure({ body: body() })).rejects.toMatchObject(refusal(403))
    await world.db.query('update sessions set second_factor_at = null where tenant_id = $1', [
      tenant.id,
    ])
    await expect(api.sso.configure({ body: body() })).rejects.toMatchObject(
      refusal(403, { code: 'step-up-required' }),
    )
  })
})

describe('what is refused', () => {
  test.each([
    'http://provider.example',
    'https://provider.example/?a=b',
    'https://provider.example/#a',
    'https://a:b@provider.example',
    'ftp://provider.example',
  ])('the issuer %s', async (issuer) => {
    await expect(api.sso.configure({ body: body({ issuer }) })).rejects.toMatchObject(
      refusal(422, { errors: [expect.objectContaining({ pointer: '#/issuer' })] }),
    )
  })

  test('a map that makes owners', async () => {
    const roleMap = [{ value: 'boss', role: 'owner' }]
    const answer = await world.ask('/v1/sso', {
      as: owner,
      method: 'PATCH',
      json: body({ roleMap }),
    })
    expect(answer.status).toBe(422)
  })

  test('an older revision', async () => {
    const { revision } = await api.sso.configure({ body: body() })
    await api.sso.configure({ body: body({ defaultRole: 'analyst' }) })
    await expect(api.sso.configure({ body: body(), ifMatch: revision })).rejects.toMatchObject(
      refusal(412),
    )
  })

  test('a kept secret for another issuer or client, where it would be read', async () => {
    await api.sso.configure({ body: body() })
    const { clientSecret: _, ...rest } = body()
    expect((await api.sso.configure({ body: rest })).revision).toBe(2)
    for (const other of [{ issuer: 'https://evil.example' }, { clientId: 'another' }]) {
      await expect(api.sso.configure({ body: { ...rest, ...other } })).rejects.toMatchObject(
        refusal(422, { errors: [expect.objectContaining({ pointer: '#/clientSecret' })] }),
      )
    }
  })

  test('switching on what was not looked at, or has no domain; requiring what is off', async () => {
    await api.sso.configure({ body: body() })
    const on = { body: { enabled: true, required: false } }
    await expect(api.sso.switch(on)).rejects.toMatchObject(refusal(409))
    await looked()
    await expect(api.sso.switch(on)).rejects.toMatchObject(refusal(409))
    await proveDomain(world, dns, owner)
    expect((await api.sso.switch(on)).connection).toMatchObject({ enabled: true })
    const odd = { body: { enabled: false, required: true } }
    await expect(api.sso.switch(odd)).rejects.toMatchObject(refusal(422))
  })
})

describe('what happens', () => {
  test('a provider that knows us is found good, and one that does not is found out', async () => {
    await api.sso.configure({ body: body() })
    expect(await looked()).toMatchObject({ state: 'good', fault: null })
    await api.sso.configure({ body: body({ clientSecret: 'not the secret' }) })
    expect((await api.sso.show()).connection?.check.state).toBe('never')
    expect(await looked()).toMatchObject({ state: 'bad', fault: 'client-refused' })
  })

  test.each([
    ['http://127.0.0.1:1', 'unreachable'],
    ['https://10.0.0.1', 'address-refused'],
    ['https://169.254.169.254', 'address-refused'],
  ])('what is wrong with %s is told: %s', async (issuer, fault) => {
    await api.sso.configure({ body: body({ issuer }) })
    expect(await looked()).toMatchObject({ state: 'bad', fault })
  })

  test('a provider that cannot prove what it says is not supported', async () => {
    const liar: LyingProvider = await startLyingProvider()
    liar.description = { id_token_signing_alg_values_supported: ['none', 'HS256'] }
    await api.sso.configure({ body: body({ issuer: liar.issuer }) })
    expect(await looked()).toMatchObject({ state: 'bad', fault: 'not-supported' })
    await liar.stop()
  })

  test('a domain is verified by its record, and by one tenant alone', async () => {
    const domain = newDomain()
    const { id, record } = await api.sso.claimDomain({
      body: { domain: ` ${domain.toUpperCase()} ` },
    })
    expect(record.name).toBe(`_sonaqor.${domain}`)
    await expect(api.sso.claimDomain({ body: { domain } })).rejects.toMatchObject(refusal(409))
    const stateOf = async () => (await api.sso.show()).domains.find((one) => one.id === id)?.state
    dns.records.set(record.name, ['sonaqor-verification=of somebody else'])
    await api.sso.checkDomain({ params: { id } })
    await until(async () => (await stateOf()) === 'not-found')
    await proveDomain(
      world,
      dns,
      await (await world.tenant('First', { roles: ['owner'] })).proved('owner'),
      domain,
    )
    dns.records.set(record.name, [record.value])
    await api.sso.checkDomain({ params: { id } })
    await until(async () => (await stateOf()) === 'taken')
  })

  test('a domain that is given up is free for the next', async () => {
    const domain = await proveDomain(world, dns, owner)
    const [mine] = (await api.sso.show()).domains
    await api.sso.releaseDomain({ params: { id: mine!.id } })
    const next = await (await world.tenant('Next', { roles: ['owner'] })).proved('owner')
    expect(await proveDomain(world, dns, next, domain)).toBe(domain)
  })
})

/** As though the provider was being looked at, or was found so. */
const noteState = (state: string) =>
  world.db.query('update sso_connections set check_state = $2 where tenant_id = $1', [
    tenant.id,
    state,
  ])

describe('what would hang', () => {
  test('a check of what was changed meanwhile is over, for nobody notes what it finds', async () => {
    await api.sso.configure({ body: body() })
    await noteState('running')
    const { clientSecret: _, ...rest } = body({ defaultRole: 'analyst' })
    expect((await api.sso.configure({ body: rest })).connection?.check.state).toBe('never')
    await noteState('running')
    const off = await api.sso.switch({ body: { enabled: false, required: false } })
    expect(off.connection?.check.state).toBe('never')
    await noteState('good')
    expect((await api.sso.configure({ body: rest })).connection?.check.state).toBe('good')
  })

  test('the last verified domain is not given up while single sign-on is on', async () => {
    await api.sso.configure({ body: body() })
    await looked()
    await proveDomain(world, dns, owner)
    await api.sso.switch({ body: { enabled: true, required: false } })
    const [{ id } = { id: '' }] = (await api.sso.show()).domains
    await expect(api.sso.releaseDomain({ params: { id } })).rejects.toMatchObject(
      refusal(409, { detail: expect.stringContaining('switch single sign-on off first') }),
    )
    await proveDomain(world, dns, owner)
    await api.sso.releaseDomain({ params: { id } })
  })

  test('claiming and giving up wait for whoever changes the settings or verifies', async () => {
    const { id } = await api.sso.claimDomain({ body: { domain: newDomain() } })
    const holder = await world.db.connect()
    await holder.query('begin')
    await holder.query('select from tenants where id = $1 for update', [tenant.id])
    let done = 0
    const finish = () => (done += 1)
    const acts = [
      api.sso.releaseDomain({ params: { id } }).then(finish),
      api.sso.claimDomain({ body: { domain: newDomain() } }).then(finish),
    ]
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(done).toBe(0)
    await holder.query('commit')
    holder.release()
    await Promise.all(acts)
  })
})

describe('what it leaves behind', () => {
  test('the secret nowhere as it is: not in a reply, a row, or the log', async () => {
    const clientSecret = 'hush-hush-hush-hush'
    const reply = JSON.stringify(await api.sso.configure({ body: body({ clientSecret }) }))
    expect(reply).not.toContain(clientSecret)
    const { rows } = await world.db.query(
      `select c.client_secret::text as sealed, (select string_agg(coalesce(e.after::text, ''), '')
        from audit_entries e where e.tenant_id = c.tenant_id) as audited
       from sso_connections c where c.tenant_id = $1`,
      [tenant.id],
    )
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(clientSecret)
    expect(kept).not.toContain(Buffer.from(clientSecret).toString('hex'))
    expect(world.servers[0]!.output()).not.toContain(clientSecret)
  })

  test('an entry with what was and what is, and an event for open screens', async () => {
    const listener = await listenAt(world.url, owner)
    await api.sso.configure({ body: body() })
    await api.sso.configure({ body: body({ defaultRole: 'analyst' }) })
    await listener.until(() => listener.events.some(({ type }) => type === 'sso.changed'))
    listener.close()
    const { rows } = await world.db.query(
      `select before ->> 'defaultRole' as before, after ->> 'defaultRole' as after
       from audit_entries where tenant_id = $1 and action = 'sso.configured' order by sequence`,
      [tenant.id],
    )
    expect(rows).toEqual([
      { before: null, after: 'viewer' },
      { before: 'viewer', after: 'analyst' },
    ])
  })

  test('nothing for another tenant to see or touch', async () => {
    await api.sso.configure({ body: body() })
    const { id } = await api.sso.claimDomain({ body: { domain: newDomain() } })
    const other = world.as(
      await (await world.tenant('Other', { roles: ['owner'] })).proved('owner'),
    )
    expect(await other.sso.show()).toMatchObject({ connection: null, domains: [] })
    await expect(other.sso.checkDomain({ params: { id } })).rejects.toMatchObject(refusal(404))
    await expect(other.sso.releaseDomain({ params: { id } })).rejects.toMatchObject(refusal(404))
  })
})
