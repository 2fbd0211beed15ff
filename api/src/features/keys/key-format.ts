/** How secrets are made, and what may be shown of them; what they look like stands in the contract. */
import type { Environment } from '@sonaqor/contract/access'
import { checksumOf, keyMarks } from '@sonaqor/contract/key-format'
import { randomBase62 } from '../../core/crypto/index.ts'

export { environmentOf, holdsChecksum } from '@sonaqor/contract/key-format'

/** A fresh secret for a key of this environment. */
export function makeSecret(environment: Environment): string {
  const body = keyMarks[environment] + randomBase62(30)
  return body + checksumOf(body)
}

/** Whether a token is shaped like a key at all; what is not may be another kind of token. */
export function looksLikeKey(token: string): boolean {
  return token.startsWith('sq_')
}

/** The two ends of a secret that may be shown, so that people can tell their keys apart. */
export function endsOf(secret: string): { prefix: string; lastFour: string } {
  return { prefix: secret.slice(0, keyMarks.production.length + 4), lastFour: secret.slice(-4) }
}
