/** What is not seen at first, in one part that comes after the page. */
export { ColumnChooser } from '@sonaqor/ui'
export { LiveEnded } from './live/live-ended.tsx'
export { LiveRecord } from './live/live-record.tsx'
export { LogDrawer } from './entry/log-drawer.tsx'
