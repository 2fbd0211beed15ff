import type { ProblemError } from '@sonaqor/contract/client'
import { sayIn, type Text } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'

/** Why something is not there, and what the reader can do. */
export interface Fault {
  readonly reason: Text
  readonly advice: Text
}

export const faults = {
  unavailable: { reason: texts.unavailable, advice: texts.checkConnection },
  broken: { reason: texts.broken, advice: texts.reload },
  unsigned: { reason: texts.unsigned, advice: texts.reload },
  otherApp: { reason: texts.otherApp, advice: texts.pageOwner },
  notInSession: { reason: texts.notInSession, advice: texts.pageOwner },
  silentFrame: { reason: texts.silentFrame, advice: texts.checkConnection },
} satisfies Readonly<Record<string, Fault>>

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
  return error instanceof HostFailure ? error.fault : otherwise
}

/** What support finds a failure by: the release that was tried and the request that was refused. */
export function traceOf(error: unknown, release?: string): string {
  return [release, requestOf(error)].filter((part) => part !== undefined).join(' · ')
}

/** Asked by its shape, for a module brings an error class of its own. */
function requestOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { problem } = error as Partial<ProblemError>
  return problem?.instance ?? requestOf(error.cause)
}
