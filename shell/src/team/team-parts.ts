/** What is not seen at first, in one part that comes after the page. */
export { ActDialog } from './act-dialog.tsx'
export { InviteDialog } from './invite-dialog.tsx'
export { MemberDrawer } from './member-drawer.tsx'
export { MemberMenu } from './member-menu.tsx'
export { PermissionMatrix } from './permission-matrix.tsx'
export { TeamLog } from '../team-log/team-log.tsx'
export { ReviewsTab } from '../reviews/reviews-tab.tsx'
