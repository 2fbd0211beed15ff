import { countedRowsMax, exportFilters } from '@sonaqor/contract/exports'
import {
  countDeliveries,
  deliveriesAfter,
  deliveryTable,
  newestDelivery,
} from '../webhooks/index.ts'
import { source } from './export-source.ts'

/** The deliveries of webhooks, newest first, as their list shows them: payloads are shown one by one. */
export const deliverySource = source({
  name: 'deliveries',
  scope: 'webhooks:read',
  reading: 'webhooks.deliveries-searched',
  filter: exportFilters.deliveries,
  ...deliveryTable,
  extent: async (scope, filter) => {
    const rows = await countDeliveries(scope, filter, countedRowsMax)
    return { until: newestDelivery(scope), rows: rows === countedRowsMax ? null : rows }
  },
  countUpTo: countDeliveries,
  rowsAfter: deliveriesAfter,
})
