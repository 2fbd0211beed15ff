/** WH-8: what cannot be shown to a receiver is refused where it is pasted, and told with what to do. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { Problem } from '../../../core/problems/index.ts'
import { inDays, issue, issueParties, keysOn } from '../../../testing/webhooks/certificates.ts'
import { readCertificate } from './read-certificate.ts'

const { ca, client } = issueParties()
const good = { certificate: client.certificate, privateKey: client.privateKey }
const read = (change: Partial<typeof good> = {}) =>
  readCertificate({ ...good, ...change }, new Date())
const both = (issued: typeof client) => ({
  certificate: issued.certificate,
  privateKey: issued.privateKey,
})

function refusalIn(change: Partial<typeof good>) {
  try {
    read(change)
  } catch (error) {
    if (error instanceof Problem) return error.details.errors?.[0]
    throw error
  }
  return undefined
}

test('WH-8 of a certificate it is told whose it is, by whom, and how long it holds', () => {
  const { facts, certificate, privateKey } = read({
    certificate: `Bag Attributes\r\n${client.certificate.replaceAll('\n', '\r\n')}\n${ca.certificate}`,
  })
  expect(facts).toMatchObject({
    subject: 'CN=webhooks.sonaqor.example',
    issuer: 'CN=CA of a receiver',
    serialNumber: expect.stringMatching(/^[\dA-F]+$/),
    fingerprint: expect.stringMatching(/^(?:[\dA-F]{2}:){31}[\dA-F]{2}$/),
    key: 'EC P-256',
    certificates: 2,
  })
  expect(facts.validUntil.getTime()).toBeGreaterThan(inDays(364).getTime())
  expect(certificate).toBe(client.certificate + ca.certificate)
  expect(privateKey).toBe(client.privateKey)
})

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })

describe('WH-8 a key', () => {
  test.each([
    ['RSA 2048', rsa(2048)],
    ['EC P-384', keysOn('P-384')],
    ['Ed25519', generateKeyPairSync('ed25519')],
  ])('may be %s', (kind, keys) => {
    expect(read(both(issue({ keys }))).facts.key).toBe(kind)
  })
  test.each([
    ['RSA of 1024 bits', rsa(1024)],
    ['EC on another curve', keysOn('P-521')],
  ])('may not be %s', (_, keys) => {
    expect(refusalIn(both(issue({ keys })))).toMatchObject({
      pointer: '#/privateKey',
      detail: expect.stringContaining('must be RSA of 2048 to 4096 bits'),
    })
  })
  test('may come as openssl writes it, beside its parameters', () => {
    const sec1 = String(client.keys.privateKey.export({ type: 'sec1', format: 'pem' }))
    const parameters =
      '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n'
    expect(read({ privateKey: parameters + sec1 }).privateKey).toBe(client.privateKey)
  })
})

const weak = issue({ isCa: true, keys: rsa(1024) })
const below = issue({ by: weak, usage: 'clients' })
const sealed = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a' } as const
const [old, early] = [{ until: inDays(-1), from: inDays(-9) }, { from: inDays(3) }]
const middle = issue({ name: 'Between', by: ca, isCa: true })
const leaf = issue({ name: 'Below', by: middle, usage: 'clients' })
const oldMiddle = issue({ ...old, name: 'Between', keys: middle.keys, by: ca, isCa: true })

const refused: [string, Partial<typeof good>, string, RegExp][] = [
  ['is no PEM', { certificate: 'MIIB' }, 'certificate', /must be PEM/],
  [
    'is cut',
    { certificate: client.certificate.replace(/(?<=CERTIFICATE-----\n)[^-]{70}/, '') },
    'certificate',
    /certificate 1 cannot be read/,
  ],
  [
    'holds the key',
    { certificate: client.certificate + client.privateKey },
    'certificate',
    /field of its own/,
  ],
  [
    'is a request for one',
    { certificate: client.certificate.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST') },
    'certificate',
    /your CA has issued/,
  ],
  ['has ended', both(issue(old)), 'certificate', /ended on .*new one issued/],
  ['has not begun', both(issue(early)), 'certificate', /begins on .* only/],
  ['is for servers', both(issue({ usage: 'servers' })), 'certificate', /lacks clientAuth/],
  [
    'comes after its CA',
    { certificate: ca.certificate + client.certificate },
    'certificate',
    /certificate 2 did not sign certificate 1/,
  ],
  [
    'comes with a CA of the same name that is another one',
    { certificate: client.certificate + issueParties().ca.certificate },
    'certificate',
    /certificate 2 did not sign certificate 1/,
  ],
  [
    'leads over one that has ended',
    { ...both(leaf), certificate: leaf.certificate + oldMiddle.certificate },
    'certificate',
    /its certificate 2 ended on/,
  ],
  [
    'brings too many with it',
    { certificate: client.certificate + ca.certificate.repeat(5) },
    'certificate',
    /5 certificates at most/,
  ],
  [
    'leads over a key that is too weak',
    { ...both(below), certificate: below.certificate + weak.certificate },
    'certificate',
    /TLS can use, which refuses it: ca key too small/,
  ],
  ['has a key that is none', { privateKey: 'secret' }, 'privateKey', /must be PEM/],
  [
    'has a key that is cut',
    { privateKey: client.privateKey.replace(/(?<=KEY-----\n)[^-]{70}/, '') },
    'privateKey',
    /cannot be read/,
  ],
  ['has the key of another', { privateKey: ca.privateKey }, 'privateKey', /to another one/],
  [
    'has a key with a passphrase',
    { privateKey: String(client.keys.privateKey.export(sealed)) },
    'privateKey',
    /openssl pkey/,
  ],
  [
    'has a key with a passphrase as openssl wrote it for long',
    { privateKey: String(client.keys.privateKey.export({ ...sealed, type: 'sec1' })) },
    'privateKey',
    /openssl pkey/,
  ],
]

test.each(refused)('WH-8 a certificate that %s is refused', (_, change, field, why) => {
  const refusal = refusalIn(change)
  expect(refusal).toMatchObject({ pointer: `#/${field}`, detail: expect.stringMatching(why) })
  expect(JSON.stringify(refusal)).not.toContain(client.privateKey.slice(60, 90))
})
