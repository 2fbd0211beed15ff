import * as texts from '../texts/en.ts'
import type { Say } from '../texts/text.ts'

/** A failure in words: what happened, why, what to do, and what to quote to support. */
export interface Failure {
  readonly title: string
  readonly reason: string
  readonly advice: string
  readonly requestId?: string | undefined
  /** The scope that was missing; then it is no failure, but a question of permission. */
  readonly scope?: string | undefined
  /** There is no such thing: asking again finds none either. */
  readonly isMissing?: boolean
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

/**
 * Puts any thrown value into the reader's words; what is no problem of the API never reached it. The
 * words go by the problem's code; the server's own, which are English and more exact, stand in the
 * English catalogue as they are, and elsewhere where a code has no words yet.
 */
export function failureOf(error: unknown, say: Say): Failure {
  const problem = problemIn(error)
  if (!problem) {
    return {
      title: say(texts.unreachable),
      reason: say(texts.noAnswer),
      advice: say(texts.checkConnection),
    }
  }
  return told(problem, problem.code, problem.detail, say)
}

/** Puts what a reading threw into words. It has no fields to mend, so it names what was refused. */
export function failureOfReading(error: unknown, say: Say): Failure {
  const problem = problemIn(error)
  if (problem?.code !== 'invalid') return failureOf(error, say)
  const faults = (problem.errors ?? []).map(({ pointer, detail }) =>
    say(texts.faultOf, { field: fieldOf(pointer), fault: faultInWords(detail, say) }),
  )
  const reason = faults.length > 0 ? `${faults.join('; ')}.` : problem.detail
  return told(problem, 'unsearchable', reason, say)
}

function told(problem: Problem, name: string | undefined, detail: string, say: Say): Failure {
  // The name of a case in a text knows no hyphen.
  const code = name?.replaceAll('-', '_') ?? ''
  return {
    title: say(texts.problemTitle, { code, title: problem.title }),
    // Of many that look at once it is said how many may.
    reason: say(texts.problemReason, { code: /each line/.test(detail) ? 'looking' : code, detail }),
    advice: say(texts.problemAdvice, { code }),
    requestId: problem.instance,
    scope: problem.code === 'forbidden' ? problem.scope : undefined,
    isMissing: problem.code === 'not-found',
  }
}

/** What is wrong with each field of a form, by the field's name, as a sentence to stand below it. */
export function faultsOf(error: unknown, say: Say): Readonly<Record<string, string>> {
  const errors = problemIn(error)?.errors ?? []
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => [fieldOf(pointer), sentence(wordsAlone(detail, say))]),
  )
}

/** A fault goes on from the name of its field, unless it stands below it by itself. */
const sentence = (fault: string) =>
  fault.charAt(0).toUpperCase() + fault.slice(1) + (/[.!?]$/.test(fault) ? '' : '.')

/** The faults that people make, told by what the API says of them; any other keeps its words. */
const faults: Readonly<Record<string, RegExp>> = {
  required: /is required|not be empty/,
  long: /at most (\d+) characters/,
  short: /at least (\d+) characters/,
  email: /be an e-mail address/,
  origin: /be an origin/,
  taken: /is the name of another/,
  future: /in the future/,
  unseen: /invisible/,
  lacking: /scope that you lack/,
  control: /control/,
  turning: /direction/,
  bare: /visible letter/,
  secret: /secret of/,
  range: /address or/,
  most: /be at most (\d+)$/,
  least: /be at least (\d+)$/,
}

function faultInWords(detail: string, say: Say): string {
  const [fault = ''] = Object.entries(faults).find(([, words]) => words.test(detail)) ?? []
  const bound = Number(/\d+/.exec(detail)?.[0] ?? 0)
  return say(texts.fault, { fault, bound, detail })
}

/** Below its field, which it does not name, it says what it is about itself. */
const wordsAlone = (detail: string, say: Say) => {
  const fault = faultInWords(detail, say)
  return faults['taken']?.test(detail) ? say(texts.nameTaken, { fault }) : fault
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
