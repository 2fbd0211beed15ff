/**
 * What a file of the audit log is made of, however it is written: its columns, and the closing line that
 * the stand-alone verifier holds it against.
 */
import { environments } from '@sonaqor/contract/access'
import type { AuditEntry } from '@sonaqor/contract/audit'
import type { ExportFormat } from '@sonaqor/contract/exports'
import { z } from 'zod'
import { canonicalJson } from '../../core/crypto/index.ts'
import { rowFormats, type Table } from '../../core/row-files/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { AuditFilter } from './audit.view.ts'

export type Format = ExportFormat

/** What a table of entries has above its columns; the cells of an entry are in the same order. */
export const auditTable: Table<AuditEntry> = {
  columns: [
    'sequence',
    'at',
    'actorKind',
    'actorId',
    'actorName',
    'actorEmbed',
    'action',
    'target',
    'environment',
    'appId',
    'ip',
    'userAgent',
    'requestId',
    'id',
    'before',
    'after',
    'previousHash',
    'hash',
  ],
  cells: ({ actor, before, after, appId = null, ...entry }) => [
    entry.sequence,
    entry.at,
    actor.kind,
    actor.id,
    actor.name,
    actor.embed ? canonicalJson(actor.embed) : null,
    entry.action,
    entry.target,
    entry.environment,
    appId,
    entry.ip,
    entry.userAgent,
    entry.requestId,
    entry.id,
    before === null ? null : canonicalJson(before),
    after === null ? null : canonicalJson(after),
    entry.previousHash,
    entry.hash,
  ],
}

/** What the closing line will say of the entries so far. */
export const AuditTally = z.object({
  entries: z.number(),
  first: z.number().nullable(),
  last: z.number().nullable(),
  head: z.string().nullable(),
})
export type AuditTally = z.output<typeof AuditTally>

export const noEntries: AuditTally = { entries: 0, first: null, last: null, head: null }

export function countIn({ entries, first }: AuditTally, entry: AuditEntry): AuditTally {
  const { sequence, hash } = entry
  return { entries: entries + 1, first: first ?? sequence, last: sequence, head: hash }
}

export interface Closing {
  readonly format: Format
  readonly filter: AuditFilter
  /** When it was begun: what was in the log by then is in the file. */
  readonly at: Date
  readonly tally: AuditTally
  /** Of all bytes before this line, in hex. */
  readonly sha256: string
}

/** The last line of the file: without it nobody could tell one that was cut off from a whole one. */
export function closingOf(scope: Scope, { format, filter, at, tally, sha256 }: Closing): string {
  return rowFormats[format].closing({
    tenant: scope.tenantId,
    format,
    at: at.toISOString(),
    filter,
    whole: isWhole(scope, filter),
    ...tally,
    sha256,
  })
}

/** Whether nothing of the chain is left out, so that it can be verified by itself. */
function isWhole(scope: Scope, filter: AuditFilter): boolean {
  const seesAll =
    scope.principal.appIds === 'all' && scope.environments.length === environments.length
  return seesAll && Object.values(filter).every((value) => value === undefined)
}
