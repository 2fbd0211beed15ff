/** Why it ends, in words that say what to do about it. */
import { ConnectionError, ProblemError } from '../errors.ts'

/** It cannot go on, and says so itself. */
export class Refused extends Error {}

export function wordsOf(error: unknown, baseUrl: string): string {
  if (error instanceof Refused) return error.message
  if (error instanceof ConnectionError) {
    return `There is no answer of a Sonaqor at ${baseUrl}: ${error.message}. Look at --base-url, and whether you are online.`
  }
  if (!(error instanceof ProblemError)) return String(error)
  const { status, detail, requestId } = error
  if (status === 401) {
    return 'The API does not take this key: it was mistyped, revoked, or has expired. A key of a sandbox app begins with sq_test_.'
  }
  return `${detail} (${[status, error.code, requestId].filter(Boolean).join(', ')})`
}
