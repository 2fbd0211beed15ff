import { readConfig } from '../config.ts'
import { openFoundation, type OpenFoundation } from '../core/house/index.ts'
import type { World } from './world.ts'

/** The long-lived things in the test's own process, on the world's database, with its secrets. */
export function openFoundationOf({ env }: World): Promise<OpenFoundation> {
  return openFoundation(readConfig({ ...env, LOG_LEVEL: 'silent' }))
}
