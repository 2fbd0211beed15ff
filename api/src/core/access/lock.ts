/** What an embed session with locked filters reaches: that which is known to keep to them, and no more. */
import type { LockedFilters } from '@sonaqor/contract/embeds'
import type { EndpointOptions } from '@sonaqor/contract/endpoint'
import { Problem } from '../problems/index.ts'
import type { Principal } from './principal.ts'

export function lockOf(principal: Principal): LockedFilters | null {
  return principal.kind === 'embed' ? principal.lock : null
}

/**
 * What is done with a scope lasts longer than the session, and knows nothing of its lock: a locked one
 * only reads. Ending itself takes no scope.
 */
const isWithinAnyLock = (access: EndpointOptions['access']): boolean =>
  access === 'embed' || access.endsWith(':read')

/**
 * Closed by default: whatever does not say how it keeps to a lock is not for a session that has one, nor
 * what would outlast it, whatever it says. The refusal names no filter, for the page shall not learn that
 * there is any.
 */
export function requireWithinLock(
  principal: Principal,
  { access, locked, secret }: Pick<EndpointOptions, 'access' | 'locked' | 'secret'>,
): void {
  const lock = lockOf(principal)
  if (!lock) return
  const isDeclared = locked !== undefined && !(lock.masked && locked === 'narrowed')
  // A secret goes wherever it is taken, too.
  const isKept = isDeclared && !secret && isWithinAnyLock(access)
  if (!isKept) throw new Problem('forbidden', { detail: 'This is not open to the embed session.' })
}
