/**
 * The keys that sign what has to be believed of us: checkpoints of the chain, and what people have signed
 * here. Ed25519, each derived from the house's own secret for this alone.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { AuditKey } from '@sonaqor/contract/audit'
import type { Secrets } from '../crypto/index.ts'

/** The last one signs, all verify. One that may be known to somebody is followed by another name. */
const versions = ['1'] as const

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** What is signed says in its head what it is, so that nothing passes for another thing. */
type Signed = 'audit-checkpoint' | 'access-review'

export interface SigningKeys {
  readonly newest: string
  /** A JSON Web Key for each, as anybody may have it. */
  readonly published: readonly AuditKey[]
  /** A compact JWS over the payload. */
  sign(what: Signed, payload: object): string
  /** What was signed, or null where none of the keys has signed it. */
  read(signed: string): unknown
}

export function signingKeys(secrets: Secrets): SigningKeys {
  const pairs = versions.map((version) => {
    const seed = secrets.deriveKey('audit checkpoints', version)
    const key = createPrivateKey({
      key: Buffer.concat([pkcs8, seed]),
      format: 'der',
      type: 'pkcs8',
    })
    const open = createPublicKey(key)
    return { key, open, jwk: jwkOf(open) }
  })
  const last = pairs.at(-1)
  if (!last) throw new Error('nothing is signed without a key')
  return {
    newest: last.jwk.kid,
    published: pairs.map(({ jwk }) => jwk),
    sign(what, payload) {
      const header = { alg: 'EdDSA', kid: last.jwk.kid, typ: `${what}+jws` }
      const said = `${encoded(header)}.${encoded(payload)}`
      return `${said}.${sign(null, Buffer.from(said), last.key).toString('base64url')}`
    },
    read(signed) {
      const [header = '', payload = '', signature = ''] = signed.split('.')
      const said = Buffer.from(`${header}.${payload}`)
      const bytes = Buffer.from(signature, 'base64url')
      const isOurs = pairs.some(({ open }) => verify(null, said, open, bytes))
      return isOurs ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown) : null
    },
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Named by its thumbprint (RFC 7638), so that nobody has to keep a table of names. */
function jwkOf(key: KeyObject): AuditKey {
  const { x = '' } = key.export({ format: 'jwk' })
  const members = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })
  const kid = createHash('sha256').update(members).digest('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' }
}
