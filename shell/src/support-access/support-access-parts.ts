/** What is not seen at first, in one part that comes after the page. */
export { AccessDrawer } from './access-drawer.tsx'
export { AllowDialog } from './allow-dialog.tsx'
export { DenyDialog, EndDialog } from './ask-dialogs.tsx'
export { OpenDialog } from './open-dialog.tsx'
