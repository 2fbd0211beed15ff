/** What is not seen at first, in one part that comes after the page. */
export { ColumnChooser } from '@sonaqor/ui'
export { KeyDrawer } from './key-drawer.tsx'
export { KeyMenu } from './key-menu.tsx'
export { RevokeKeyDialog } from './revoke-key-dialog.tsx'
