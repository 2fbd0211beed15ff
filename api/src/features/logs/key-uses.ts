import type { Foundation } from '../../core/foundation/index.ts'
import { createLastUses, type LastUses } from '../../core/last-uses/index.ts'
import { markKeysUsed } from '../keys/index.ts'

/** When keys were last used. */
export const createKeyUses = (foundation: Foundation): LastUses =>
  createLastUses(foundation, { things: 'keys', by: 'logs', everyMs: 1000, write: markKeysUsed })
