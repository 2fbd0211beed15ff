/** How often a delivery is tried, and how long is waited in between. */

/** Over four hours: as long as a mail server is usually away. */
export const triesMax = 9
const firstPauseSeconds = 5
const factor = 3
const spread = 0.2

/**
 * Before the next attempt, after so many: three times as long each time, and a little more or less by
 * chance, so that what failed together is not tried together again.
 */
export function pauseAfter(attempts: number, random: () => number = Math.random): number {
  const seconds = firstPauseSeconds * factor ** (attempts - 1)
  return Math.round(seconds * (1 - spread + 2 * spread * random()))
}
