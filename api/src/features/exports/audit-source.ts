import type { AuditEntry } from '@sonaqor/contract/audit'
import { exportFilters } from '@sonaqor/contract/exports'
import {
  AuditTally,
  auditTable,
  closingOf,
  countIn,
  entriesAfter,
  extentOf,
  noEntries,
} from '../audit/index.ts'
import { source } from './export-source.ts'
import { momentOf, type Sheet } from './pdf/sheet.ts'

const written = (value: unknown) => (value === null ? '' : JSON.stringify(value))

/** What a document shows of an entry; its hash and all else is in the files of lines. */
const auditSheet: Sheet<AuditEntry> = {
  columns: [
    { name: 'sequence', letters: 8, isFigure: true, of: ({ sequence }) => String(sequence) },
    { name: 'at', letters: 23, of: ({ at }) => momentOf(at) },
    { name: 'actor', letters: 24, of: ({ actor }) => `${actor.name} (${actor.kind})` },
    { name: 'action', letters: 22, of: ({ action }) => action },
    { name: 'target', letters: 36, of: ({ target }) => target ?? '' },
    { name: 'environment', letters: 11, of: ({ environment }) => environment ?? '' },
    { name: 'ip', letters: 15, of: ({ ip }) => ip ?? '' },
    {
      name: 'change',
      letters: 45,
      of: ({ before, after }) =>
        before === null ? written(after) : `${written(before)} → ${written(after)}`,
    },
  ],
}

/** The audit log, oldest first, to the byte as `audit.export` sends it, with what verifies it at its end. */
export const auditSource = source({
  name: 'audit',
  scope: 'audit:read',
  reading: 'audit.searched',
  filter: exportFilters.audit,
  ...auditTable,
  sheet: auditSheet,
  extent: async (scope, filter) => {
    const { last, entries } = await extentOf(scope, filter)
    return { until: String(last), rows: entries }
  },
  countUpTo: async (scope, filter) => (await extentOf(scope, filter)).entries,
  rowsAfter: async (scope, filter, { after, until, bound }) => {
    const rows = await entriesAfter(scope, filter, {
      beyond: after === null ? Number.MIN_SAFE_INTEGER : Number(after),
      until: Number(until),
      bound,
    })
    const next = rows.length < bound ? undefined : rows.at(-1)
    return { rows, next: next ? String(next.sequence) : null }
  },
  closing: { tally: AuditTally, nothing: noEntries, count: countIn, line: closingOf },
})
