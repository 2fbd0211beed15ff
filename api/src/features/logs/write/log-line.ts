import type { Environment } from '@sonaqor/contract/access'
import type { LoggedBody } from '../redaction/redact-body.ts'

/** One side of a request as it is kept. */
export interface KeptSide {
  readonly headers: Record<string, string>
  readonly body: LoggedBody | null
}

/** The part of an entry that only its own page shows. */
export interface Exposure {
  readonly query: string
  readonly request: KeptSide
  readonly response: KeptSide
}

/** One request with its answer, redacted, as it goes into the store. */
export interface LogLine {
  readonly tenantId: string
  readonly environment: Environment
  /** A uuidv7; the instant of the line is the one in it. */
  readonly id: string
  readonly appId: string
  readonly keyId: string
  readonly keyPrefix: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** Null where an imported line does not tell it. */
  readonly latencyMs: number | null
  readonly ip: string
  readonly requestId: string
  /** An `Exposure` as JSON. */
  readonly detail: string
}

/** How the key of an imported line is shown: it was asked with none, and is found by `key:imported`. */
export const importedPrefix = 'sq_imported'

/** The instant that stands in the first 48 bits of a uuidv7. */
export function instantOf(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}

/** The smallest id of an instant: what is older sorts before it, what is younger does not. */
export function firstIdOf(moment: Date): string {
  const ms = Math.min(Math.max(0, moment.getTime()), 0xffff_ffff_ffff)
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`
}
