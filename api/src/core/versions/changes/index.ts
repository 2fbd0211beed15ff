/**
 * Every break of a caller, a file each, called by the day of its version and its name. There is none yet: the
 * first version is the only one.
 */
import type { Change } from '../change.ts'

export const changes: readonly Change[] = []
