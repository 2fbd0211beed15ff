/** What nobody sees before they ask for it: fetched once the browser is idle, or at the first press. */
export { Sitting } from '../again/sitting.tsx'
export { Bell } from '../notifications/bell.tsx'
export { AccountPanel } from './account-panel.tsx'
export { Keepers } from './keepers.tsx'
export { MorePages } from './more-pages.tsx'
export { ProjectMenu } from './project-menu.tsx'
export { QuickDialogs } from './quick-dialogs.tsx'
export { WhereDialog } from './where-dialog.tsx'
