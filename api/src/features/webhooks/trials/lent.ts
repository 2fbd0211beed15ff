import type { Principal } from '../../../core/access/index.ts'

/** Whoever sends by a key that they do not hold is not known by it, and neither is its holder by what they send. */
export const isByLentKey = (principal: Principal): boolean =>
  principal.kind === 'key' && principal.isLent
