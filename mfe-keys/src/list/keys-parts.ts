/** What is not seen at first, in one part that comes after the page. */
export { ColumnChooser } from '@sonaqor/ui'
export { CheckKeyDialog } from '../care/check/check-key-dialog.tsx'
export { EditKeyDialog } from '../care/bounds/edit-key-dialog.tsx'
export { KeyDrawer } from '../key/key-drawer.tsx'
export { KeyMenu } from '../acts/key-menu.tsx'
export { UseCell } from '../usage/use-cell.tsx'
export { RevokeKeyDialog } from '../revoke/revoke-key-dialog.tsx'
