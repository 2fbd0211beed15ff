/** What is not seen at first, in one part that comes after the page. */
export { AppDrawer } from './app-drawer.tsx'
export { CreateAppDialog } from './create-app-dialog.tsx'
export { CreateProjectDialog } from './create-project-dialog.tsx'
export { DeletedDrawer } from './deleted-drawer.tsx'
export { ProjectActs } from './project-acts.tsx'
