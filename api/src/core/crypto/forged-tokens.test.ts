/** Forgeries that somebody would try: another algorithm, another key, another kind of token. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createClock } from '../clock/index.ts'
import { openSecrets, type Secrets } from './index.ts'

const house = generateKeyPairSync('ed25519')
const pem = String(house.privateKey.export({ type: 'pkcs8', format: 'pem' }))
const publicPem = String(house.publicKey.export({ type: 'spki', format: 'pem' }))
const audience = 'sonaqor:dashboard'

let secrets: Secrets
let header: Readonly<Record<string, unknown>>
let claims: Readonly<Record<string, unknown>>

const decode = (part = '') =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

beforeAll(async () => {
  secrets = await openSecrets(
    { pepper: randomBytes(32), signingKey: pem, signingKeyId: 'one' },
    createClock(),
  )
  const token = await secrets.sign({ subject: 'session', audience }, 300)
  ;[header, claims] = token.split('.').slice(0, 2).map(decode) as [typeof header, typeof claims]
})

/** A token with what is said of it, signed by the house's own key unless by another hand. */
function forge(
  changed: object,
  signature: (signed: Buffer) => Buffer = (signed) => sign(null, signed, house.privateKey),
  said: object = claims,
): string {
  const start = `${encode({ ...header, ...changed })}.${encode(said)}`
  return `${start}.${signature(Buffer.from(start)).toString('base64url')}`
}

const hmacWith = (hash: string, secret: string | Buffer) => (signed: Buffer) =>
  createHmac(hash, secret).update(signed).digest()

const isTaken = async (token: string) => (await secrets.verify(token, audience)) !== null

test('what is forged below is taken as long as nothing of it is forged', async () => {
  expect(await isTaken(forge({}))).toBe(true)
})

describe('XC-1 an algorithm that is not ours', () => {
  const raw = house.publicKey.export({ format: 'der', type: 'spki' })
  const bare = Buffer.from(String(house.publicKey.export({ format: 'jwk' }).x), 'base64url')

  test.each(['none', 'None', 'NONE', 'nOnE', ''])(
    '“%s” needs no signature, and opens nothing',
    async (alg) => {
      expect(await isTaken(forge({ alg }, () => Buffer.alloc(0)))).toBe(false)
      expect(await isTaken(forge({ alg }))).toBe(false)
    },
  )

  test.each([
    ['as PEM', publicPem],
    ['as PEM without its last line break', publicPem.trimEnd()],
    ['as DER', raw],
    ['as bare bytes', bare],
    ['as base64', raw.toString('base64')],
    ['as nothing', ''],
  ])('an HMAC under our public key, %s, is no signature of ours', async (_, secret) => {
    for (const [alg, hash] of [
      ['HS256', 'sha256'],
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
      ['EdDSA', 'sha512'],
    ] as const) {
      expect([alg, await isTaken(forge({ alg }, hmacWith(hash, secret)))]).toEqual([alg, false])
    }
  })

  test('another curve, or RSA, is not asked', async () => {
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const es256 = (signed: Buffer) =>
      sign('sha256', signed, { key: curve, dsaEncoding: 'ieee-p1363' })
    expect(await isTaken(forge({ alg: 'ES256' }, es256))).toBe(false)
    expect(await isTaken(forge({ alg: 'RS256' }, (signed) => sign('sha256', signed, rsa)))).toBe(
      false,
    )
    // The same curve by another name is still not what we name.
    expect(await isTaken(forge({ alg: 'ES256' }))).toBe(false)
  })
})

describe('XC-1 a key that is not ours', () => {
  const theirs = generateKeyPairSync('ed25519')
  const byThem = (signed: Buffer) => sign(null, signed, theirs.privateKey)
  const jwk = theirs.publicKey.export({ format: 'jwk' })

  test.each<[string, object]>([
    ['the same name', {}],
    ['a name of its own', { kid: 'two' }],
    ['a name that is a path', { kid: '../../../../dev/null' }],
    ['a name that is a query', { kid: "one' union select 'x" }],
    ['itself', { jwk }],
    ['its address', { jku: 'https://evil.example/jwks.json' }],
    ['a certificate’s address', { x5u: 'https://evil.example/cert.pem' }],
    [
      'a certificate',
      {
        x5c: [
          createPublicKey(publicPem).export({ type: 'spki', format: 'der' }).toString('base64'),
        ],
      },
    ],
    ['something that must be understood', { crit: ['exp'], exp: 1 }],
  ])('signs nothing for us where the header brings %s', async (_, brought) => {
    expect(await isTaken(forge(brought, byThem))).toBe(false)
  })
})

describe('XC-1 a token of another kind', () => {
  test.each(['JWT', 'at+jwt', 'sonaqor-embeds+jwt', 'application/json', '', undefined])(
    'such as “%s” is none of this one, though our key has signed it',
    async (typ) => {
      expect(await isTaken(forge({ typ }))).toBe(false)
    },
  )

  test('is told by its own header, whatever it says of whom it is for', async () => {
    const ofPage = await secrets.sign({ subject: 'session', audience: 'sonaqor:embeds' }, 300)
    expect(decode(ofPage.split('.')[0])).toMatchObject({ alg: 'EdDSA', typ: 'sonaqor-embeds+jwt' })
    expect(await isTaken(ofPage)).toBe(false)
    const both = { ...claims, aud: ['sonaqor:embeds', audience] }
    expect(await isTaken(forge({ typ: 'sonaqor-embeds+jwt' }, undefined, both))).toBe(false)
  })

  test.each(['exp', 'sub', 'aud', 'iss'])(
    'that does not say its %s is none of ours',
    async (name) => {
      expect(await isTaken(forge({}, undefined, { ...claims, [name]: undefined }))).toBe(false)
    },
  )
})
