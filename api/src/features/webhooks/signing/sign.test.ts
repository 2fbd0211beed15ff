/** What we sign is accepted by whoever keeps to the specification, and nothing else is. */
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { verifyWebhook } from '../../../../client/src/webhooks.ts'
import { jwkOf, makeSecret, verifierOf } from './secrets.ts'
import { signatureHeader, signaturesOf, signedOf, type SigningSecret } from './sign.ts'

const id = '0199b1de-7b3a-7cc0-8000-1234567890ab'
const body =
  '{"type":"keys.issued","timestamp":"2026-11-01T10:00:00.000Z","data":{"label":"Zoë 🔑"}}'
const now = () => Math.floor(Date.now() / 1000)

const hmac = makeSecret('hmac')
const old = makeSecret('hmac')
const pair = makeSecret('ed25519')
const by = (kept: typeof hmac, age: SigningSecret['by'] = 'secret'): SigningSecret => ({
  ...kept,
  by: age,
})

function headersOf(secrets: readonly SigningSecret[], at = now()) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': signatureHeader(secrets, id, at, body),
  }
}

test('WH-2: the example of the specification is signed as it says', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
  const [signature] = signaturesOf(
    [{ by: 'secret', kind: 'hmac', key }],
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1614265330,
    '{"test": 2432232314}',
  )
  expect(signature?.value).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

describe('WH-2: a secret that both have', () => {
  test('is whsec_ and base64 of 32 bytes', () => {
    expect(verifierOf(hmac)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  })

  test('verifies by the package standardwebhooks and by our client', async () => {
    const secret = verifierOf(hmac)
    expect(new Webhook(secret).verify(body, headersOf([by(hmac)]))).toEqual(JSON.parse(body))
    const received = await verifyWebhook({ body, headers: headersOf([by(hmac)]), secret })
    expect(received.id).toBe(id)
  })

  test('verifies nothing that was changed on the way', () => {
    const receiver = new Webhook(verifierOf(hmac))
    expect(() => receiver.verify(`${body} `, headersOf([by(hmac)]))).toThrow('No matching')
    const renamed = { ...headersOf([by(hmac)]), 'webhook-id': `${id}0` }
    expect(() => receiver.verify(body, renamed)).toThrow('No matching')
    expect(() => receiver.verify(body, headersOf([by(hmac)], now() - 301))).toThrow('too old')
  })

  test('signs beside the one before it while a rotation has both', () => {
    const headers = headersOf([by(hmac), by(old, 'old-secret')])
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2)
    for (const one of [hmac, old]) {
      expect(new Webhook(verifierOf(one)).verify(body, headers)).toEqual(JSON.parse(body))
    }
    expect(() => new Webhook(verifierOf(makeSecret('hmac'))).verify(body, headers)).toThrow()
  })
})

describe('WH-8: a key that is ours alone', () => {
  test('is verified by its public half, whpk_ and base64, by our client', async () => {
    const secret = verifierOf(pair)
    expect(secret).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/)
    const received = await verifyWebhook({ body, headers: headersOf([by(pair)]), secret })
    expect(received.event).toEqual(JSON.parse(body))
    const another = verifierOf(makeSecret('ed25519'))
    await expect(
      verifyWebhook({ body, headers: headersOf([by(pair)]), secret: another }),
    ).rejects.toMatchObject({ fault: 'signature' })
  })

  test('is verified as a JSON Web Key too, which is named by its thumbprint', () => {
    const at = now()
    const [signature] = signaturesOf([by(pair)], id, at, body)
    const jwk = jwkOf(pair.publicKey!)
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    const signed = Buffer.from(signedOf(id, at, body))
    const bytes = Buffer.from(signature!.value.slice('v1a,'.length), 'base64')
    expect(verify(null, signed, key, bytes)).toBe(true)
    expect(jwk['kid']).toMatch(/^[\w-]{43}$/)
  })

  test('signs as RFC 8032 has it, so that any library verifies it', () => {
    const seed = Buffer.from(
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'hex',
    )
    const jwk = jwkOf(
      Buffer.from('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'hex'),
    )
    const [signature] = signaturesOf([{ by: 'secret', kind: 'ed25519', key: seed }], id, 1, body)
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    const bytes = Buffer.from(signature!.value.slice('v1a,'.length), 'base64')
    expect(verify(null, Buffer.from(signedOf(id, 1, body)), key, bytes)).toBe(true)
  })
})
