import { countedRowsMax, exportFilters } from '@sonaqor/contract/exports'
import {
  countUpTo,
  linesAfter,
  logTable,
  newestOf,
  settled,
  takePlaceToLook,
  withNames,
  type NamedEntry,
} from '../logs/index.ts'
import { source } from './export-source.ts'
import { momentOf, type Sheet } from './pdf/sheet.ts'

/** What a document shows of a line; all fields are in the files of lines. */
const logSheet: Sheet<NamedEntry> = {
  columns: [
    { name: 'at', letters: 23, of: ({ at }) => momentOf(at) },
    { name: 'environment', letters: 11, of: ({ environment }) => environment },
    { name: 'method', letters: 8, of: ({ method }) => method },
    { name: 'path', letters: 60, of: ({ path }) => path },
    { name: 'status', letters: 6, isFigure: true, of: ({ status }) => String(status) },
    {
      name: 'latencyMs',
      letters: 8,
      isFigure: true,
      of: ({ latencyMs }) => latencyMs?.toFixed(1) ?? '–',
    },
    { name: 'ip', letters: 15, of: ({ ip }) => ip },
    { name: 'keyPrefix', letters: 14, of: ({ keyPrefix }) => keyPrefix },
    { name: 'requestId', letters: 36, of: ({ requestId }) => requestId },
  ],
}

/** The logged requests, newest first, as their list shows them: bodies are shown one by one. */
export const logSource = source({
  name: 'logs',
  scope: 'logs:read',
  reading: 'logs.searched',
  filter: exportFilters.logs,
  ...logTable,
  needs: { appName: 'apps:read', keyLabel: 'keys:read' },
  sheet: logSheet,
  extent: async (scope, filter) => {
    const rows = await countUpTo(scope, filter, countedRowsMax)
    return { until: newestOf(scope, filter), rows: rows === countedRowsMax ? null : rows }
  },
  async countUpTo(scope, filter, bound) {
    await takePlaceToLook(scope)
    return countUpTo(scope, filter, bound)
  },
  settled,
  async rowsAfter(scope, filter, span) {
    const { rows, next } = await linesAfter(scope, filter, span)
    return { rows: await withNames(scope, rows, span.columns), next }
  },
})
