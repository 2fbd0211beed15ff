import type { AuditEntry } from '@sonaqor/contract/audit'
import { canonicalJson } from '../crypto/index.ts'

/** An entry of the audit log but for its place in the chain. */
export type EntryContent = Omit<AuditEntry, 'sequence' | 'previousHash' | 'hash'>

export interface EntryRow {
  readonly tenant_id: string
  readonly id: string
  readonly sequence: number
  readonly at: Date
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

/** A stored entry as it was written: what its hash was made of, and what its readers see. */
export function toEntry(row: EntryRow): AuditEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at.toISOString(),
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
