import type { AuditEntry } from '@sonaqor/contract/audit'
import { canonicalJson } from '../crypto/index.ts'
import type { Scope } from '../scope/index.ts'

/** An entry of the audit log but for its place in the chain. */
export type EntryContent = Omit<AuditEntry, 'sequence' | 'previousHash' | 'hash'>

export interface EntryRow {
  readonly tenant_id: string
  readonly id: string
  readonly sequence: number
  readonly at: Date
  /** What a `Date` cannot hold of the moment, in microseconds; nothing, as it was written. */
  readonly beyond_ms?: number
  readonly actor: AuditEntry['actor']
  readonly action: string
  readonly target: string | null
  readonly environment: AuditEntry['environment']
  readonly app_id: string | null
  readonly ip: string | null
  readonly user_agent: string | null
  readonly request_id: string | null
  readonly before: unknown
  readonly after: unknown
  readonly previous_hash: string
  readonly hash: string
}

/**
 * Read beside `*`, so that a moment is told as it stands there: the column has whole milliseconds, and
 * whoever makes it another one has changed what was hashed.
 */
export const beyondMsOf = 'extract(microseconds from at)::integer % 1000 as beyond_ms'
export const beyondMs = (scope: Scope) => scope.db.raw(beyondMsOf)

/** A stored entry as it was written: what its hash was made of, and what its readers see. */
export function toEntry(row: EntryRow): AuditEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    at: momentOf(row),
    actor: row.actor,
    action: row.action,
    target: row.target,
    environment: row.environment,
    ...(row.app_id ? { appId: row.app_id } : {}),
    ip: row.ip,
    userAgent: row.user_agent,
    requestId: row.request_id,
    before: row.before,
    after: row.after,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

function momentOf({ at, beyond_ms: beyond = 0 }: EntryRow): string {
  const moment = at.toISOString()
  return beyond === 0 ? moment : moment.replace('Z', `${String(beyond).padStart(3, '0')}Z`)
}

/** Stand-ins that no content can hold, for a canonical text never has a NUL in it. */
const previousMark = '"\\u0000previous"'
const sequenceMark = '"\\u0000sequence"'

/**
 * The canonical JSON of an entry in three pieces: before the previous hash, between it and the
 * sequence, and behind. The database fills both in while it holds the head of the chain.
 */
export function entryPieces(content: EntryContent): [head: string, middle: string, tail: string] {
  const keys = [...Object.keys(content), 'previousHash', 'sequence'].toSorted()
  const parts = keys.map((key) => `${JSON.stringify(key)}:${partOf(content, key)}`)
  const [head = '', rest = ''] = `{${parts.join(',')}}`.split(previousMark)
  const [middle = '', tail = ''] = rest.split(sequenceMark)
  return [`${head}"`, `"${middle}`, tail]
}

function partOf(content: EntryContent, key: string): string {
  if (key === 'previousHash') return previousMark
  if (key === 'sequence') return sequenceMark
  return canonicalJson(content[key as keyof EntryContent])
}
