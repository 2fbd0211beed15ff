import type { KeyObject } from 'node:crypto'

const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384' }

/** What a key is called, of those that we sign handshakes with; a longer RSA costs each handshake too much. */
export function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | null {
  const { modulusLength: bits = 0, namedCurve = '' } = asymmetricKeyDetails ?? {}
  if (asymmetricKeyType === 'ed25519') return 'Ed25519'
  if (asymmetricKeyType === 'rsa') return bits >= 2048 && bits <= 4096 ? `RSA ${bits}` : null
  const curve = asymmetricKeyType === 'ec' ? curves[namedCurve] : undefined
  return curve ? `EC ${curve}` : null
}
