/** The audit log as a file: a line for each entry, and behind them a manifest of what the file holds. */
import { createHash } from 'node:crypto'
import { environments } from '@sonaqor/contract/access'
import type { AuditEntry } from '@sonaqor/contract/audit'
import { canonicalJson } from '../../core/crypto/index.ts'
import { csvLine } from '../../core/csv/index.ts'
import type { FileOut } from '../../core/implement/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { everyEntry, type AuditFilter } from './audit.view.ts'

export type Format = 'jsonl' | 'csv'

interface Shape {
  readonly contentType: string
  /** Stands above the entries. */
  readonly top: string
  line(entry: AuditEntry): string
  end(manifest: object): string
}

/** What a table of entries has above its columns; the cells of an entry are in the same order. */
export const auditColumns = [
  'sequence',
  'at',
  'actorKind',
  'actorId',
  'actorName',
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
]

const shapes: Readonly<Record<Format, Shape>> = {
  jsonl: {
    contentType: 'application/jsonl; charset=utf-8',
    top: '',
    line: (entry) => `${JSON.stringify(entry)}\n`,
    end: (manifest) => `${JSON.stringify({ manifest })}\n`,
  },
  csv: {
    contentType: 'text/csv; charset=utf-8',
    top: csvLine(auditColumns),
    line: (entry) => csvLine(auditCells(entry)),
    end: (manifest) => csvLine([`# ${JSON.stringify(manifest)}`]),
  },
}

/** The file for the filter. That it is taken away is in the log before its first byte leaves. */
export function exportAudit(
  scope: Scope,
  { format, ...filter }: AuditFilter & { readonly format: Format },
): FileOut {
  scope.audit({ action: 'audit.exported', after: { format, filter } })
  const day = scope.now().toISOString().slice(0, 10)
  return {
    contentType: shapes[format].contentType,
    fileName: `audit-log-${day}.${format}`,
    read: (reading) => linesOf(reading, format, filter),
  }
}

async function* linesOf(scope: Scope, format: Format, filter: AuditFilter): AsyncGenerator<string> {
  const shape = shapes[format]
  const hash = createHash('sha256').update(shape.top)
  let entries = 0
  let first: number | null = null
  let last: { readonly sequence: number; readonly hash: string } | null = null
  if (shape.top !== '') yield shape.top
  for await (const entry of everyEntry(scope, filter)) {
    const line = shape.line(entry)
    hash.update(line)
    entries += 1
    first ??= entry.sequence
    last = entry
    yield line
  }
  yield shape.end({
    tenant: scope.tenantId,
    format,
    at: scope.now().toISOString(),
    filter,
    whole: isWhole(scope, filter),
    entries,
    first,
    last: last?.sequence ?? null,
    head: last?.hash ?? null,
    sha256: hash.digest('hex'),
  })
}

/** Whether nothing of the chain is left out, so that it can be verified by itself. */
function isWhole(scope: Scope, filter: AuditFilter): boolean {
  const seesAll =
    scope.principal.appIds === 'all' && scope.environments.length === environments.length
  return seesAll && Object.values(filter).every((value) => value === undefined)
}

export function auditCells(entry: AuditEntry): (string | number | null)[] {
  const { sequence, at, actor, action, target, environment, appId = null, ip, userAgent } = entry
  const { requestId, id, before, after, previousHash, hash } = entry
  return [
    sequence,
    at,
    actor.kind,
    actor.id,
    actor.name,
    action,
    target,
    environment,
    appId,
    ip,
    userAgent,
    requestId,
    id,
    before === null ? null : canonicalJson(before),
    after === null ? null : canonicalJson(after),
    previousHash,
    hash,
  ]
}
