import { exportFilters } from '@sonaqor/contract/exports'
import { countOf, linesAfter, logTable, newestOf, settled } from '../logs/index.ts'
import { source } from './export-source.ts'

/** The logged requests, newest first, as their list shows them: bodies are shown one by one. */
export const logSource = source({
  name: 'logs',
  scope: 'logs:read',
  filter: exportFilters.logs,
  ...logTable,
  extent: async (scope, filter) => ({
    until: newestOf(scope, filter),
    rows: await countOf(scope, filter),
  }),
  settled,
  rowsAfter: linesAfter,
})
