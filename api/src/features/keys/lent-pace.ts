import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'

/**
 * How often a key may ask that somebody issues or changes. Whoever came in by a key with a pace of its own
 * gives no more than that: a key that it leaves without one would be a way around its own bound.
 */
export function lentPace(scope: Scope, wanted: number | null | undefined): number | null {
  const { principal } = scope
  const isOfKey = principal.kind === 'key' || principal.kind === 'embed'
  const own = isOfKey ? principal.requestsPerMinute : null
  if (own === null) return wanted ?? null
  if (wanted === undefined) return own
  if (wanted !== null && wanted <= own) return wanted
  const most = `${own} requests a minute`
  throw new Problem('forbidden', {
    detail: `A key can give no more pace than it has, and yours has ${most}.`,
    errors: [{ detail: `must be at most ${own}`, pointer: '#/requestsPerMinute' }],
  })
}
