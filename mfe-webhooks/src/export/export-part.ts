/** Taking deliveries away, in one part that comes when it is asked for. */
export { ExportDeliveries } from './export-deliveries.tsx'
