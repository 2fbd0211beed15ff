/** What is not seen of an app at first, in one part that comes after the page. */
export { AppSettings } from './app-settings.tsx'
export { AppVersion } from './app-version.tsx'
export { CompareDrawer } from './compare-drawer.tsx'
export { DeleteDialog } from './delete-dialog.tsx'
