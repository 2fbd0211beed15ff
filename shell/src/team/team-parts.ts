/** What is not seen at first, in one part that comes after the page. */
export { ActDialog } from './acts/act-dialog.tsx'
export { InviteDialog } from './invite/invite-dialog.tsx'
export { MemberDrawer } from './member/member-drawer.tsx'
export { MemberMenu } from './member/member-menu.tsx'
export { PermissionMatrix } from './rights/permission-matrix.tsx'
export { TeamLog } from '../team-log/team-log.tsx'
export { ReviewsTab } from '../reviews/reviews-tab.tsx'
