import { exportFilters } from '@sonaqor/contract/exports'
import { auditCells, auditColumns, entriesAfter, extentOf } from '../audit/index.ts'
import { source } from './export-source.ts'

/** The audit log, oldest first, entry for entry as its own export writes it. */
export const auditSource = source({
  name: 'audit',
  scope: 'audit:read',
  filter: exportFilters.audit,
  columns: auditColumns,
  cells: auditCells,
  extent: async (scope, filter) => {
    const { last, entries } = await extentOf(scope, filter)
    return { until: String(last), rows: entries }
  },
  rowsAfter: (scope, filter, { after, until, bound }) =>
    entriesAfter(scope, filter, {
      beyond: after === null ? Number.MIN_SAFE_INTEGER : Number(after),
      until: Number(until),
      bound,
    }),
  cursorOf: ({ sequence }) => String(sequence),
})
