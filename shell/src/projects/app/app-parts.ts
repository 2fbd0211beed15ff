/** What is not seen of an app at first, in one part that comes after the page. */
export { AppSettings } from '../settings/app-settings.tsx'
export { AppVersion } from '../version/app-version.tsx'
export { CompareDrawer } from '../compare/compare-drawer.tsx'
export { DeleteDialog } from '../deleted/delete-dialog.tsx'
