import { createHash } from 'node:crypto'
import { environments } from '@sonaqor/contract/access'
import type { Scope } from '../scope/index.ts'
import { entryPieces, toEntry, type EntryRow } from './entry.ts'

export interface AuditVerification {
  readonly intact: boolean
  readonly entries: number
  readonly head: string
  readonly brokenAt: number | null
}

const noHash = '0'.repeat(64)

/**
 * Walks the tenant's chain from its first entry and says where it first fails to hold. It reads
 * every environment, for the chain runs through all of them, and tells nothing of any entry.
 */
export async function verifyAudit(scope: Scope): Promise<AuditVerification> {
  return scope.keep(async (db, kept) => {
    await kept.enter({ ...kept.principal, environments })
    let expected = { sequence: 1, previousHash: noHash }
    for await (const row of kept.read<EntryRow>('select * from audit_entries order by sequence')) {
      if (!holds(row, expected)) return broken(expected.sequence, expected.previousHash)
      expected = { sequence: row.sequence + 1, previousHash: row.hash }
    }
    const head = await db<{ sequence: number; hash: string }>('audit_heads').first()
    const entries = expected.sequence - 1
    const cut =
      head !== undefined && (head.sequence !== entries || head.hash !== expected.previousHash)
    if (cut) return broken(expected.sequence, expected.previousHash)
    return { intact: true, entries, head: expected.previousHash, brokenAt: null }
  })
}

const broken = (sequence: number, head: string): AuditVerification => ({
  intact: false,
  entries: sequence - 1,
  head,
  brokenAt: sequence,
})

function holds(row: EntryRow, expected: { sequence: number; previousHash: string }): boolean {
  return (
    row.sequence === expected.sequence &&
    row.previous_hash === expected.previousHash &&
    row.hash === hashOf(row)
  )
}

function hashOf(row: EntryRow): string {
  const { sequence, previousHash, hash: _, ...content } = toEntry(row)
  const [head, middle, tail] = entryPieces(content)
  const text = `${head}${previousHash}${middle}${sequence}${tail}`
  return createHash('sha256').update(text).digest('hex')
}
