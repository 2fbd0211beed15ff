/** The audit log as a file: a line for each entry, and behind them a manifest of what the file holds. */
import { createHash } from 'node:crypto'
import type { Scope } from '../../core/scope/index.ts'
import type { FileOut, ReadStep } from '../../core/implement/index.ts'
import { rowFormats } from '../../core/row-files/index.ts'
import { auditTable, closingOf, countIn, noEntries, type Format } from './audit-file.ts'
import { everyEntry, type AuditFilter } from './audit.view.ts'

/** The file for the filter, at once. That it is taken away is in the log before its first byte leaves. */
export function exportAudit(
  scope: Scope,
  { format, ...filter }: AuditFilter & { readonly format: Format },
): FileOut {
  const at = scope.now()
  const day = at.toISOString().slice(0, 10)
  return {
    contentType: rowFormats[format].contentType,
    fileName: `audit-log-${day}.${format}`,
    taken: (taking) => taking.audit({ action: 'audit.exported', after: { format, filter } }),
    read: (step) => linesOf(step, { format, filter, at }),
  }
}

interface Exported {
  readonly format: Format
  readonly filter: AuditFilter
  /** When it was asked for. */
  readonly at: Date
}

async function* linesOf(step: ReadStep, { format, filter, at }: Exported): AsyncGenerator<string> {
  const write = rowFormats[format]
  const top = write.top(auditTable.columns)
  const hash = createHash('sha256').update(top)
  let tally = noEntries
  if (top !== '') yield top
  for await (const entry of everyEntry(step, filter)) {
    const line = write.line(auditTable, entry)
    hash.update(line)
    tally = countIn(tally, entry)
    yield line
  }
  const sha256 = hash.digest('hex')
  yield await step(async (scope) => closingOf(scope, { format, filter, at, tally, sha256 }))
}
