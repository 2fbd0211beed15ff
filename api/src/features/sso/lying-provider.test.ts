/** XC-1: a provider is believed what it can prove, for us, now, and for this very sign-in. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { generateKeyPair } from 'jose'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { foundCompany, goOut, outcome } from './fake-company.ts'
import { startFakeDns, type FakeDns } from './fake-dns.ts'
import { startLyingProvider, type LyingProvider } from './lying-provider.ts'

let world: OwnWorld
let dns: FakeDns
let tenant: WorldTenant
let provider: LyingProvider
let domain: string

beforeAll(async () => {
  dns = await startFakeDns()
  world = await startWorld({
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000', DNS_SERVERS: dns.address },
  })
  tenant = await world.tenant('Acme', { roles: ['owner'] })
  const first = await startLyingProvider()
  domain = await foundCompany(world, dns, await tenant.proved('owner'), first)
  await first.stop()
})
beforeEach(async () => {
  provider = await startLyingProvider()
  await world.db.query('update sso_connections set issuer = $2 where tenant_id = $1', [
    tenant.id,
    provider.issuer,
  ])
})
afterEach(() => provider.stop())
afterAll(async () => {
  await world.stop()
  dns.stop()
})

let count = 0

/** Comes back with what this provider says of somebody new. */
async function enter(lies: LyingProvider['lies'] = {}) {
  const email = `somebody-${(count += 1)}@${domain}`
  provider.lies = { email, sub: email, ...lies }
  const browser = new FakeBrowser(world)
  const back = provider.back(await goOut(browser, email))
  return outcome(await browser.post('/v1/sign-on/finish', { tenantId: tenant.id, ...back }))
}

const now = () => Math.floor(Date.now() / 1000)

test('what is right opens', async () => {
  expect(await enter()).toMatchObject({ status: 200 })
})

describe('nobody comes in by', () => {
  test.each([
    ['another issuer', { iss: 'https://other.example' }],
    ['a token for another client', { aud: 'another-client' }],
    ['one for two, asked for by the other', { aud: ['sonaqor', 'other'], azp: 'other' }],
    ['another sign-in', { nonce: 'of another one' }],
    ['no sign-in at all', { nonce: undefined }],
    ['what is over', { iat: now() - 7200, exp: now() - 3600 }],
    ['what never ends', { exp: undefined }],
    ['nobody', { sub: undefined }],
  ] as const)('%s', async (_, lies) => {
    expect(await enter(lies as LyingProvider['lies'])).toMatchObject({
      status: 401,
      reason: 'not-proved',
    })
  })

  test('a token that nobody signed', async () => {
    provider.signing = null
    expect(await enter()).toMatchObject({ status: 401, reason: 'not-proved' })
  })

  test('one that a secret signed, be it ours', async () => {
    provider.description = { id_token_signing_alg_values_supported: ['RS256', 'HS256'] }
    provider.signing = { key: Buffer.from('a secret'.padEnd(32, '.')), alg: 'HS256', kid: 'ours' }
    expect(await enter()).toMatchObject({ status: 401, reason: 'not-proved' })
  })

  test('one that another key signed, by whatever name', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    provider.signing = { ...provider.signing!, key: privateKey }
    expect(await enter()).toMatchObject({ status: 401, reason: 'not-proved' })
  })

  test('a provider that describes itself as another one', async () => {
    provider.description = { issuer: 'https://other.example' }
    await expect(goOut(new FakeBrowser(world), `a@${domain}`)).rejects.toThrow('provider-failed')
  })

  test('one that would lead a browser to no page, or us into our own network', async () => {
    provider.description = { authorization_endpoint: 'javascript:alert(1)' }
    await expect(goOut(new FakeBrowser(world), `a@${domain}`)).rejects.toThrow('provider-failed')
    provider.description = { token_endpoint: 'https://169.254.169.254/token' }
    expect(await enter()).toMatchObject({ status: 401, reason: 'not-proved' })
  })
})

test('a provider that changes its keys is believed at once, and its old ones no more', async () => {
  const old = provider.signing!
  expect(await enter()).toMatchObject({ status: 200 })
  await provider.rotate()
  expect(await enter()).toMatchObject({ status: 200 })
  provider.signing = old
  expect(await enter()).toMatchObject({ status: 401, reason: 'not-proved' })
})

test('a provider that is not there is told as such', async () => {
  await world.db.query(
    `update sso_connections set issuer = 'http://127.0.0.1:1' where tenant_id = $1`,
    [tenant.id],
  )
  await expect(goOut(new FakeBrowser(world), `a@${domain}`)).rejects.toThrow('provider-failed')
})
