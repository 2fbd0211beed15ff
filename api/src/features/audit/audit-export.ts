/** The audit log as a file: a line for each entry, and behind them a manifest of what the file holds. */
import { createHash } from 'node:crypto'
import type { Scope } from '../../core/scope/index.ts'
import type { FileOut } from '../../core/implement/index.ts'
import { rowFormats } from '../../core/row-files/index.ts'
import { auditTable, closingOf, countIn, noEntries, type Format } from './audit-file.ts'
import { everyEntry, type AuditFilter } from './audit.view.ts'

/** The file for the filter, at once. That it is taken away is in the log before its first byte leaves. */
export function exportAudit(
  scope: Scope,
  { format, ...filter }: AuditFilter & { readonly format: Format },
): FileOut {
  scope.audit({ action: 'audit.exported', after: { format, filter } })
  const day = scope.now().toISOString().slice(0, 10)
  return {
    contentType: rowFormats[format].contentType,
    fileName: `audit-log-${day}.${format}`,
    read: (reading) => linesOf(reading, format, filter),
  }
}

async function* linesOf(scope: Scope, format: Format, filter: AuditFilter): AsyncGenerator<string> {
  const write = rowFormats[format]
  const at = scope.now()
  const top = write.top(auditTable.columns)
  const hash = createHash('sha256').update(top)
  let tally = noEntries
  if (top !== '') yield top
  for await (const entry of everyEntry(scope, filter)) {
    const line = write.line(auditTable, entry)
    hash.update(line)
    tally = countIn(tally, entry)
    yield line
  }
  yield closingOf(scope, { format, filter, at, tally, sha256: hash.digest('hex') })
}
