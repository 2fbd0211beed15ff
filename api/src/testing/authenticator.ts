/** A passkey in software, as a phone or a laptop holds one: makes its key, and signs with it (ES256). */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

type Json = Record<string, unknown>

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

const userPresent = 0x01
const userVerified = 0x04
const attested = 0x40

/** The few shapes of CBOR that an attestation is made of: integers, bytes, texts and maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
  if (typeof value === 'string') {
    return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  }
  if (value instanceof Uint8Array) return Buffer.concat([cborHead(2, value.length), value])
  const entries = [...(value as Map<unknown, unknown>)]
  return Buffer.concat([
    cborHead(5, entries.length),
    ...entries.flatMap(([key, inner]) => [cbor(key), cbor(inner)]),
  ])
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
}

export class SoftAuthenticator {
  readonly id = randomBytes(16)
  counter = 0
  /** What it says of its user; one that says no has not unlocked the device. */
  verifiesUser = true
  readonly #origin: string
  readonly #privateKey: KeyObject
  readonly #publicKey: Buffer

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#publicKey = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
  }

  /** What `navigator.credentials.create()` gives for these options. */
  create({ challenge }: Json, origin = this.#origin) {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const authData = Buffer.concat([
      this.#authenticatorData(origin, attested),
      Buffer.alloc(16),
      length,
      this.id,
      this.#publicKey,
    ])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    const clientDataJSON = this.#clientData('webauthn.create', challenge, origin)
    return {
      ...this.#credential(),
      response: { clientDataJSON: b64(clientDataJSON), attestationObject: b64(cbor(attestation)) },
    }
  }

  /** What `navigator.credentials.get()` gives for these options. */
  get({ challenge }: Json, origin = this.#origin) {
    this.counter += 1
    const clientDataJSON = this.#clientData('webauthn.get', challenge, origin)
    const authenticatorData = this.#authenticatorData(origin, 0)
    const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: b64(clientDataJSON),
        authenticatorData: b64(authenticatorData),
        signature: b64(sign('sha256', signed, this.#privateKey)),
      },
    }
  }

  #credential() {
    const type = 'public-key' as const
    return { id: b64(this.id), rawId: b64(this.id), type, clientExtensionResults: {} }
  }

  #clientData(type: string, challenge: unknown, origin: string): string {
    return JSON.stringify({ type, challenge, origin, crossOrigin: false })
  }

  #authenticatorData(origin: string, more: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    const flags = userPresent | (this.verifiesUser ? userVerified : 0) | more
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), count])
  }
}
