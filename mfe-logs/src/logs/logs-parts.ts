/** What is not seen at first, in one part that comes after the page. */
export { ColumnChooser } from '@sonaqor/ui'
export { LogDrawer } from './log-drawer.tsx'
