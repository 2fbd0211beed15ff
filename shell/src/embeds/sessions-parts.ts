/** What is not seen at first, in one part that comes after the page. */
export { RevokeDialog } from './revoke-dialog.tsx'
export { SessionDrawer } from './session-drawer.tsx'
export { SessionMenu } from './session-menu.tsx'
