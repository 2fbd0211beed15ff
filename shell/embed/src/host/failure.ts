import type { ProblemError } from '@sonaqor/contract/client'
import { sayIn, type Text } from '@sonaqor/module/texts'
import type { EmbedError, EmbedErrorCode } from '../sdk.ts'
import * as texts from '../texts/en.ts'

/** Why something is not there, and what the reader can do. */
export interface Fault {
  /** The same for the page's developers. */
  readonly code: EmbedErrorCode
  readonly reason: Text
  readonly advice: Text
  /** How often it is tried again unasked: what passes by itself, until it has passed. */
  readonly retries: number
}

const always = Number.POSITIVE_INFINITY
const aFewTimes = 3

export const faults = {
  unavailable: {
    code: 'module-unavailable',
    reason: texts.unavailable,
    advice: texts.checkConnection,
    retries: always,
  },
  offline: { code: 'offline', reason: texts.offline, advice: texts.comesBack, retries: always },
  /** By the policy of the page. */
  heldBack: {
    code: 'loader-unreachable',
    reason: texts.heldBack,
    advice: texts.pageOwner,
    retries: aFewTimes,
  },
  broken: {
    code: 'module-broken',
    reason: texts.broken,
    advice: texts.reload,
    retries: aFewTimes,
  },
  /** The page brought no session. */
  unsigned: {
    code: 'session-unfetched',
    reason: texts.unsigned,
    advice: texts.reload,
    retries: always,
  },
  refused: {
    code: 'session-refused',
    reason: texts.unsigned,
    advice: texts.reload,
    retries: aFewTimes,
  },
  otherOrigin: {
    code: 'origin-refused',
    reason: texts.otherOrigin,
    advice: texts.pageOwner,
    retries: 0,
  },
  ended: { code: 'session-ended', reason: texts.ended, advice: texts.signIn, retries: always },
  /** The server says so of what the page had: nothing brings it back but somebody who asks for it. */
  revoked: { code: 'session-ended', reason: texts.ended, advice: texts.signIn, retries: 0 },
  otherApp: { code: 'other-app', reason: texts.otherApp, advice: texts.pageOwner, retries: 0 },
  notInSession: {
    code: 'view-not-in-session',
    reason: texts.notInSession,
    advice: texts.pageOwner,
    retries: 0,
  },
  silentFrame: {
    code: 'frame-silent',
    reason: texts.silentFrame,
    advice: texts.checkConnection,
    retries: aFewTimes,
  },
} satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof faults

/** How one is told through a line, which carries no sentences that are made when they are read. */
export const nameOf = (fault: Fault): FaultName =>
  (Object.keys(faults) as FaultName[]).find((name) => faults[name] === fault) ?? 'unavailable'

/** A failure that the host can put into words for the reader. Any other is told in general. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure'
  readonly fault: Fault

  constructor(fault: Fault, options?: ErrorOptions) {
    super(sayIn('en')(fault.reason), options)
    this.fault = fault
  }
}

/** What to tell the reader of an error: our own words where we have them. */
export function faultOf(error: unknown, otherwise: Fault): Fault {
  if (error instanceof HostFailure) return error.fault
  if (isUnreachable(error)) {
    return (error as { isHeldBack?: boolean }).isHeldBack ? faults.heldBack : faults.offline
  }
  // Files that do not come while the browser has no network are not missing.
  return isMissingFile(error) && !navigator.onLine ? faults.offline : otherwise
}

/** No answer came. Told by its name, for it comes out of a module's own code too. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && error.name === 'Unreachable'
}

/** A file of a release did not come, or is not the one that was promised; webpack gives this name. */
export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError'
}

/** What support finds a failure by: the release that was tried and the request that was refused. */
export function traceOf(error: unknown, release?: string): string {
  return [release, requestOf(error)].filter((part) => part !== undefined).join(' · ')
}

export interface Circumstances {
  readonly view: string
  readonly release?: string | undefined
  readonly cause?: unknown
  readonly retry: () => void
}

/** What a page hears of a failure, with the sentence that its reader sees. */
export function embedErrorOf(
  { code }: Fault,
  message: string,
  { view, release, cause, retry }: Circumstances,
): EmbedError {
  const requestId = requestOf(cause)
  return Object.assign(new Error(message, { cause }), {
    code,
    retry,
    view,
    ...(release !== undefined && { release }),
    ...(requestId !== undefined && { requestId }),
  })
}

/** Asked by its shape, for a module brings an error class of its own. */
function requestOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { problem } = error as Partial<ProblemError>
  return problem?.instance ?? requestOf(error.cause)
}
