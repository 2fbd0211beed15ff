/** How what is spoken today was spoken before a change: as little as the change itself. */
import type { ProblemDocument } from '@sonaqor/contract/problem'

export type Fields = Readonly<Record<string, unknown>>

/** Each is given what it may not alter, and answers with another. */
export interface SpokenBefore {
  /** A body as it was sent before, as it is sent since. What is no object is none of its business. */
  readonly body?: (body: Fields) => Fields
  readonly query?: (query: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** An answer as it is given since, as it was before. */
  readonly reply?: (reply: Fields) => Fields
  /** A refusal in the same way, where it points at what had another name. */
  readonly refusal?: (document: ProblemDocument) => ProblemDocument
}

export interface Change {
  /** As the contract calls it. */
  readonly id: string
  readonly operations: Readonly<Record<string, SpokenBefore>>
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
