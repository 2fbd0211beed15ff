import { countedRowsMax, exportFilters } from '@sonaqor/contract/exports'
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import {
  countDeliveries,
  deliveriesAfter,
  deliveryTable,
  newestDelivery,
} from '../webhooks/index.ts'
import { source } from './export-source.ts'
import { momentOf, type Sheet } from './pdf/sheet.ts'

/** What a document shows of a delivery; all fields are in the files of lines. */
const deliverySheet: Sheet<Delivery> = {
  columns: [
    { name: 'at', letters: 23, of: ({ createdAt }) => momentOf(createdAt) },
    { name: 'environment', letters: 11, of: ({ environment }) => environment },
    { name: 'eventType', letters: 28, of: ({ eventType }) => eventType },
    { name: 'endpointId', letters: 36, of: ({ endpointId }) => endpointId },
    { name: 'state', letters: 9, of: ({ state }) => state },
    { name: 'attempts', letters: 8, isFigure: true, of: ({ attempts }) => String(attempts) },
    {
      name: 'outcome',
      letters: 18,
      of: ({ lastStatus, lastFault }) => String(lastStatus ?? lastFault ?? '–'),
    },
    {
      name: 'latencyMs',
      letters: 8,
      isFigure: true,
      of: ({ lastLatencyMs }) => lastLatencyMs?.toFixed(1) ?? '–',
    },
    { name: 'deliveryId', letters: 36, of: ({ id }) => id },
  ],
}

/** The deliveries of webhooks, newest first, as their list shows them: payloads are shown one by one. */
export const deliverySource = source({
  name: 'deliveries',
  scope: 'webhooks:read',
  reading: 'webhooks.deliveries-searched',
  filter: exportFilters.deliveries,
  ...deliveryTable,
  sheet: deliverySheet,
  extent: async (scope, filter) => {
    const rows = await countDeliveries(scope, filter, countedRowsMax)
    return { until: newestDelivery(scope), rows: rows === countedRowsMax ? null : rows }
  },
  countUpTo: countDeliveries,
  rowsAfter: deliveriesAfter,
})
