/** What is not seen at first, in one part that comes after the page. */
export { ColumnChooser } from '@sonaqor/ui'
export { LiveRecord } from './live-record.tsx'
export { LogDrawer } from './log-drawer.tsx'
