/** Which failures are worth another attempt, and how long to wait before it. */
import { ConnectionError, ProblemError, type SonaqorError } from './errors.ts'

const firstMs = 500
const mostMs = 8_000

/** Answers of the moment: another one may come soon. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504])
/** Said before anything was done, so that even what may not be done twice is sent again. */
const undone = new Set([425, 429])

export function isWorthAnother(error: SonaqorError, isRepeatable: boolean): boolean {
  if (error instanceof ConnectionError) return isRepeatable
  if (!(error instanceof ProblemError)) return false
  if (undone.has(error.status)) return true
  return isRepeatable && (passing.has(error.status) || isStillRunning(error))
}

/** The first attempt is under way: of all conflicts the only one that says when to ask again. */
const isStillRunning = ({ status, retryAfter }: ProblemError) =>
  status === 409 && retryAfter !== undefined

/**
 * Twice as long at most after each failure, and any time up to that, so that many who failed together
 * do not come again together. What the API asks for is waited for whole.
 */
export function waitMsAfter(
  error: SonaqorError,
  attempts: number,
  random: () => number = Math.random,
): number {
  const jitterMs = random() * Math.min(mostMs, firstMs * 2 ** (attempts - 1))
  const askedFor = error instanceof ProblemError ? error.retryAfter : undefined
  return askedFor === undefined ? jitterMs : askedFor * 1000 + random() * firstMs
}
