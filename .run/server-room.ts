/**
 * The room that a process of the server takes. Left to itself, Node sizes it by the machine: a worker on
 * one of 24 GB came to 430 MB over rows of which few were ever needed at once.
 */

/** The room of each of the two halves that hold what is new, in MB: of most of it little lives on. */
const youngMb = 4

/** How much may be added to what lives, in hundredths of it, before what died is looked for. */
const growth = 30

/** A server of the web keeps the room that Node gives it: in this one each request costs it half as much again. */
export const flagsFor = (roles: string): readonly string[] =>
  roles === 'worker' ? [`--max-semi-space-size=${youngMb}`, `--heap-growing-percent=${growth}`] : []

/** What is larger goes back to the system at once, and not into gaps between smaller things. Linux alone reads it. */
export const roomEnvironment = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024) } as const
