import type { LogFacetName } from '@sonaqor/contract/logs'

export type { LogFacetName }

/** In the order in which they stand; the contract's own list comes with its schemas. */
export const logFacetNames: readonly LogFacetName[] = [
  'status',
  'method',
  'app',
  'key',
  'path',
  'ip',
]
