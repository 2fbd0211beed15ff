/** What is asked of a sandbox, and what it answers: all of it is text, for it goes from thread to thread. */

export const cpuMsMax = 100
export const memoryBytesMax = 16 * 1024 * 1024

export interface SandboxJob {
  readonly code: string
  /** A payload as JSON, or null where the code is only to be looked at. */
  readonly payload: string | null
  /** What the clock says, in milliseconds: that of the event, so that each attempt sends the same. */
  readonly now: number
}

export interface SandboxFault {
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

/** `after` is JSON of an object, or null where nothing is to be sent. */
export type SandboxResult = { readonly after: string | null } | { readonly fault: SandboxFault }

/** `ranMs` is what the bound bounds: neither how long it waited for its turn, nor what else a busy machine did. */
export type SandboxAnswer = SandboxResult & { readonly ranMs: number }

/** A thread says when it begins, for it is not held to a time that it waited. */
export type SandboxMessage = 'begun' | SandboxAnswer

export const tookTooLong = {
  fault: { message: `It took longer than ${cpuMsMax} ms.`, line: null, column: null },
  ranMs: cpuMsMax,
} satisfies SandboxAnswer

/** Code may say so of itself, which harms nobody else. */
export const isTooLong = (answer: SandboxAnswer) =>
  'fault' in answer && answer.fault.message === tookTooLong.fault.message

export const brokeDown: SandboxAnswer = {
  fault: { message: 'What it ran in broke down.', line: null, column: null },
  ranMs: 0,
}
