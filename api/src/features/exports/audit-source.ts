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

/** The audit log, oldest first, to the byte as `audit.export` sends it, with what verifies it at its end. */
export const auditSource = source({
  name: 'audit',
  scope: 'audit:read',
  reading: 'audit.searched',
  filter: exportFilters.audit,
  ...auditTable,
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
