/**
 * The dated versions of the API, the oldest first. An app speaks the newest of the day on which it was made
 * until somebody upgrades it. Whatever would break callers is a change of a new version; all else comes to
 * every version at once.
 */
import type { Deprecated } from './endpoint.ts'

/** One break: what is other since, and for whom. How it was spoken before stands in `core/versions`. */
export interface ApiChange {
  /** Few words with dashes between. Its file in `core/versions/changes` is called by it. */
  readonly id: string
  /** What is other, and what callers do about it. */
  readonly summary: string
  /** Those that it concerns, as the contract calls them: `keys.list`. */
  readonly operations: readonly string[]
}

export interface ApiVersion {
  /** The day that it is called by. */
  readonly date: string
  readonly changes: readonly ApiChange[]
  readonly deprecated?: Deprecated
}

export const apiVersions: readonly [ApiVersion, ...ApiVersion[]] = [
  { date: '2026-11-22', changes: [] },
]

/** The header by which a call names its version, and an answer tells in which it is. */
export const versionHeader = 'sonaqor-version'
