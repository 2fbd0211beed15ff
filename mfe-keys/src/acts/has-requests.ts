import type { Key } from '@sonaqor/contract/keys'

/**
 * Those of a key may all have been refused, which is no use of it: they stand in the logs, and are in what
 * was counted of a week. Those of a key that is over are looked for.
 */
export const hasRequests = ({ lastUsedAt, state }: Key, counted = 0): boolean =>
  lastUsedAt !== null || state !== 'active' || counted > 0
