/**
 * Every break of a caller, a file each, called by the id that it has in the contract. There is none yet: the
 * first version is the only one.
 */
import type { Change } from '../change.ts'

export const changes: readonly Change[] = []
