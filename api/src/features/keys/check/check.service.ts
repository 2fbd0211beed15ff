/** What a pasted key is. Nothing of it is kept, and of the keys of others nothing is told. */
import type { KeyCheck } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import { hasEnded } from '../key-authenticator.ts'
import { environmentOf, holdsChecksum } from '../key-format.ts'
import { findKey, findSecret, type OwnSecret } from '../keys.store.ts'

export async function checkKey(scope: Scope, pasted: string): Promise<KeyCheck> {
  const environment = environmentOf(pasted)
  const told = { environment, secret: null, works: null, key: null }
  if (!environment) return { ...told, is: 'no-key' }
  if (!holdsChecksum(pasted)) return { ...told, is: 'damaged' }
  const found = await findSecret(scope, pasted)
  const key = found && (await findKey(scope, found.key_id))
  if (!found || !key) return { ...told, is: 'unknown' }
  const secret = standingOf(found, scope.now())
  const works = key.state === 'active' && secret !== 'ended'
  return { is: 'known', environment, secret, works, key }
}

function standingOf(found: OwnSecret, now: Date): NonNullable<KeyCheck['secret']> {
  if (found.newer_secrets === 0) return 'newest'
  return hasEnded(found, now) ? 'ended' : 'old'
}
