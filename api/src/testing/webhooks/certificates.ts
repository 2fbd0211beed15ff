/** Certificates for tests, written byte by byte: good ones, and such as no tool would issue. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export interface Issued {
  readonly name: string
  readonly keys: KeyPair
  /** PEM. */
  readonly certificate: string
  readonly privateKey: string
}

export interface Wanted {
  readonly name?: string
  readonly keys?: KeyPair
  /** Itself, where nobody is named. */
  readonly by?: Issued
  readonly from?: Date
  readonly until?: Date
  /** What its extended key usage says; without it there is none. */
  readonly usage?: 'clients' | 'servers'
  readonly isCa?: boolean
}

export const keysOn = (namedCurve = 'P-256'): KeyPair => generateKeyPairSync('ec', { namedCurve })

const dayMs = 86_400_000
export const inDays = (days: number) => new Date(Date.now() + days * dayMs)

export function issue(wanted: Wanted = {}): Issued {
  const { name = 'somebody', keys = keysOn(), by, isCa = false } = wanted
  const issuer = by ?? { name, keys }
  const algorithm = algorithmOf(issuer.keys.privateKey)
  const content = sequence(
    der(0xa0, int(Buffer.from([2]))),
    int(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    distinguished(issuer.name),
    sequence(time(wanted.from ?? inDays(-1)), time(wanted.until ?? inDays(365))),
    distinguished(name),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions(isCa, wanted.usage))),
  )
  const isEd25519 = issuer.keys.privateKey.asymmetricKeyType === 'ed25519'
  const signature = sign(isEd25519 ? null : 'sha256', content, issuer.keys.privateKey)
  const whole = sequence(content, algorithm, bits(signature))
  const lines = whole.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n')
  return {
    name,
    keys,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    privateKey: String(keys.privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

/** A CA of somebody who receives, with what it has issued to a server on this machine and to us. */
export function issueParties() {
  const ca = issue({ name: 'CA of a receiver', isCa: true })
  const server = issue({ name: 'localhost', by: ca, usage: 'servers' })
  const client = issue({ name: 'webhooks.sonaqor.example', by: ca, usage: 'clients' })
  return { ca, server, client }
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const length = content.length
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const head = length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const int = (bytes: Buffer) => der(0x02, bytes)
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes)

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number)
  const bytes = others.flatMap((number) => {
    const groups = [number & 127]
    for (let rest = number >> 7; rest > 0; rest >>= 7) groups.unshift((rest & 127) | 128)
    return groups
  })
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]))
}

function time(at: Date): Buffer {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  // Two digits of a year reach to 2049.
  return digits < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}

const distinguished = (name: string) =>
  sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(name)))))

function algorithmOf({ asymmetricKeyType }: KeyObject): Buffer {
  if (asymmetricKeyType === 'ed25519') return sequence(oid('1.3.101.112'))
  if (asymmetricKeyType === 'ec') return sequence(oid('1.2.840.10045.4.3.2'))
  return sequence(oid('1.2.840.113549.1.1.11'), der(0x05))
}

function extensions(isCa: boolean, usage: Wanted['usage']): Buffer[] {
  const yes = der(0x01, Buffer.from([255]))
  const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value))
  const purpose = usage && oid(`1.3.6.1.5.5.7.3.${usage === 'clients' ? 2 : 1}`)
  const here = [der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1]))]
  return [
    extension('2.5.29.19', isCa ? sequence(yes) : sequence()),
    ...(purpose ? [extension('2.5.29.37', sequence(purpose))] : []),
    ...(usage === 'servers' ? [extension('2.5.29.17', sequence(...here))] : []),
  ]
}
