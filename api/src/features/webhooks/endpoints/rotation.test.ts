/** What signs for an endpoint: how it is replaced, who is shown it, and where its public half is found. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import { Webhook } from 'standardwebhooks'
import { verifyWebhook } from '../../../../client/src/webhooks.ts'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'
import { jwkOf } from '../signing/secrets.ts'
import { signatureHeader } from '../signing/sign.ts'
import { sendableOf } from './sendable.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(async () => {
  await foundation?.close()
  await world.stop()
})

const body = '{"type":"keys.issued","timestamp":"2026-11-01T10:00:00.000Z","data":{}}'
const api = async () => world.as(await acme.member()).webhooks
const made = async (more: Partial<NewEndpoint> = {}) => {
  const { id: appId } = await acme.app()
  const url = 'http://127.0.0.1:9/hooks'
  return (await api()).createEndpoint({
    body: { url, eventTypes: ['keys.issued'], appId, ...more },
  })
}

/** As the engine would send it now. */
async function sent(id: string) {
  const found = await foundation.scopes.run(systemPrincipal('webhooks', acme.id), (scope) =>
    sendableOf(scope, [id]),
  )
  const at = Math.floor(Date.now() / 1000)
  return {
    'webhook-id': 'an-event',
    'webhook-timestamp': String(at),
    'webhook-signature': signatureHeader(found.get(id)!.secrets, 'an-event', at, body),
  }
}

const verifies = async (secret: string, id: string) => {
  const headers = await sent(id)
  if (secret.startsWith('whsec_')) {
    try {
      return Boolean(new Webhook(secret).verify(body, headers))
    } catch {
      return false
    }
  }
  return verifyWebhook({ body, headers, secret }).then(
    () => true,
    () => false,
  )
}

const keysAt = async (query: string) => {
  const reply = await world.ask(`/.well-known/webhooks-jwks.json${query}`)
  return { status: reply.status, headers: reply.headers, body: await reply.json() }
}
const pointedOut = (secret: string) => jwkOf(Buffer.from(secret.slice('whpk_'.length), 'base64'))

describe.each(['hmac', 'ed25519'] as const)('WH-2: a secret for %s', (signing) => {
  test('is sealed where it is kept, and shown to whoever may change the endpoint', async () => {
    const { id, secret } = await made({ signing })
    expect(await verifies(secret, id)).toBe(true)
    expect(await (await api()).showSecret({ params: { id } })).toEqual({
      endpointId: id,
      secret,
      oldSecret: null,
      oldSecretEndsAt: null,
    })
    const { rows } = await world.db.query(
      'select secret from webhook_secrets where endpoint_id = $1',
      [id],
    )
    expect(rows).toHaveLength(1)
    // What seals adds a version, a nonce and a tag to the 32 bytes.
    expect(rows[0].secret).toHaveLength(32 + 5 + 28)
  })

  test('is replaced by one beside which it signs until the overlap is over, or is ended', async () => {
    const { id, secret: old } = await made({ signing })
    const endpoints = await api()
    const rotated = await endpoints.rotateSecret({ params: { id }, body: { overlap: '24h' } })
    expect(rotated).toMatchObject({ endpointId: id, oldSecret: old, revision: 2 })
    expect(Date.parse(rotated.oldSecretEndsAt!) - Date.now()).toBeGreaterThan(23 * 3_600_000)
    expect([await verifies(old, id), await verifies(rotated.secret, id)]).toEqual([true, true])
    const ended = await endpoints.endOldSecret({ params: { id } })
    expect(ended).toMatchObject({ oldSecretEndsAt: null, revision: 3 })
    expect([await verifies(old, id), await verifies(rotated.secret, id)]).toEqual([false, true])
    expect(await endpoints.endOldSecret({ params: { id } })).toMatchObject({ revision: 3 })
  })

  test('signs no more from the very moment on where there is no overlap', async () => {
    const { id, secret: first } = await made({ signing })
    const endpoints = await api()
    const rotate = (overlap: 'now' | '1h') =>
      endpoints.rotateSecret({ params: { id }, body: { overlap } })
    const { secret: second } = await rotate('1h')
    expect(await refusalOf(rotate('1h'))).toMatchObject({
      status: 409,
      errors: [{ pointer: '#/overlap' }],
    })
    const { secret: third, oldSecret } = await rotate('now')
    expect(oldSecret).toBeNull()
    expect([
      await verifies(first, id),
      await verifies(second, id),
      await verifies(third, id),
    ]).toEqual([false, false, true])
  })

  test('signs no more once its overlap is over by the clock', async () => {
    const { id, secret: old } = await made({ signing })
    const endpoints = await api()
    await endpoints.rotateSecret({ params: { id }, body: { overlap: '1h' } })
    await world.db.query(
      'update webhook_secrets set ends_at = now() where endpoint_id = $1 and ends_at is not null',
      [id],
    )
    expect(await verifies(old, id)).toBe(false)
    expect(await endpoints.showEndpoint({ params: { id }, query: {} })).toMatchObject({
      oldSecretEndsAt: null,
    })
    await endpoints.rotateSecret({ params: { id }, body: { overlap: '1h' } })
  })
})

describe('WH-8, WH-9: public keys', () => {
  test('stand at an address for everybody, the newest first, the old one as long as it signs', async () => {
    const { id, secret: old, publicKey, jwksPath } = await made({ signing: 'ed25519' })
    expect(publicKey).toBe(old)
    const query = jwksPath!.slice('/.well-known/webhooks-jwks.json'.length)
    expect(query).toBe(`?endpoint=${id}`)
    const first = await keysAt(query)
    expect(first).toMatchObject({ status: 200, body: { keys: [pointedOut(old)] } })
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.body).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          x: expect.stringMatching(/^[\w-]{43}$/),
          kid: expect.stringMatching(/^[\w-]{43}$/),
          use: 'sig',
          alg: 'EdDSA',
        },
      ],
    })
    const endpoints = await api()
    const { secret } = await endpoints.rotateSecret({ params: { id }, body: { overlap: '1h' } })
    expect((await keysAt(query)).body).toEqual({ keys: [pointedOut(secret), pointedOut(old)] })
    await endpoints.endOldSecret({ params: { id } })
    expect((await keysAt(query)).body).toEqual({ keys: [pointedOut(secret)] })
    await endpoints.deleteEndpoint({ params: { id } })
    expect(await keysAt(query)).toMatchObject({ status: 404 })
  })

  test('are of one endpoint, which has to be named, and none are of a secret that both have', async () => {
    const { id } = await made()
    expect(await keysAt(`?endpoint=${id}`)).toMatchObject({ status: 404 })
    for (const query of ['', '?endpoint=', '?endpoint=all', `?endpoint=${id}&endpoint=${id}`]) {
      expect(await keysAt(query)).toMatchObject({
        status: 400,
        body: { detail: expect.stringContaining('Name the endpoint'), code: 'bad-request' },
      })
    }
  })
})
