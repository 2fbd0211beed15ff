import { readConfig } from '../config.ts'
// Of the house its ground alone: with it come neither its web nor its sockets.
import { openFoundation, type OpenFoundation } from '../core/house/foundation.ts'
import type { World } from './world.ts'

/** The long-lived things in the test's own process, on the world's database, with its secrets. */
export function openFoundationOf({ env }: World): Promise<OpenFoundation> {
  return openFoundation(readConfig({ ...env, LOG_LEVEL: 'silent' }))
}
