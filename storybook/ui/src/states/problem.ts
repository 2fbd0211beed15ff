/** A failure in words: what happened, why, what to do, and what to quote to support. */
export interface Failure {
  readonly title: string
  readonly reason: string
  readonly advice: string
  readonly requestId?: string | undefined
  /** The scope that was missing; then it is no failure, but a question of permission. */
  readonly scope?: string | undefined
}

/** The part of an RFC 9457 problem that is shown. */
interface Problem {
  readonly title: string
  readonly detail: string
  readonly code?: string
  readonly instance?: string
  readonly scope?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

const advice: Readonly<Record<string, string>> = {
  unauthenticated: 'Sign in again.',
  'not-found': 'Go back to the list; it may have been removed since.',
  conflict: 'Look at the current state and decide again.',
  'precondition-failed': 'Look at the current state and decide again.',
  invalid: 'Mend the fields that are marked.',
  'too-large': 'Send less at once.',
  'quota-exceeded': 'Wait a moment, then try again.',
  overloaded: 'Wait a moment, then try again.',
}

/** Puts what a reading threw into words. It has no fields to mend, so it names what was refused. */
export function failureOfReading(error: unknown): Failure {
  const failure = failureOf(error)
  const problem = problemIn(error)
  if (problem?.code !== 'invalid') return failure
  const faults = (problem.errors ?? []).map(
    ({ pointer, detail }) => `${fieldOf(pointer)} ${detail}`,
  )
  return {
    ...failure,
    title: 'This cannot be looked for',
    reason: faults.length > 0 ? `${faults.join('; ')}.` : problem.detail,
    advice: 'Change or clear the filters and try again.',
  }
}

/** Puts any thrown value into words; what is no problem of the API never reached it. */
export function failureOf(error: unknown): Failure {
  const problem = problemIn(error)
  if (!problem) {
    return {
      title: 'The server could not be reached',
      reason: 'The request got no answer.',
      advice: 'Check the connection and try again.',
    }
  }
  return {
    title: problem.title,
    reason: problem.detail,
    advice: advice[problem.code ?? ''] ?? 'Try again. If it stays, tell support the request id.',
    requestId: problem.instance,
    scope: problem.code === 'forbidden' ? problem.scope : undefined,
  }
}

/** What is wrong with each field of a form, by the field's name, as the API put it. */
export function faultsOf(error: unknown): Readonly<Record<string, string>> {
  const errors = problemIn(error)?.errors ?? []
  return Object.fromEntries(errors.map(({ pointer, detail }) => [fieldOf(pointer), detail]))
}

/** The field that a pointer leads into: `#/scopes/2` is a fault of `scopes`, `?path` one of `path`. */
function fieldOf(pointer: string): string {
  return pointer.replace(/^(\?|#?\/)/, '').split('/')[0] ?? ''
}

function problemIn(error: unknown): Problem | undefined {
  return isRecord(error) && isProblem(error['problem']) ? error['problem'] : undefined
}

function isProblem(value: unknown): value is Problem {
  return (
    isRecord(value) && typeof value['title'] === 'string' && typeof value['detail'] === 'string'
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
