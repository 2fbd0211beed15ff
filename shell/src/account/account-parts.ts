export { MemberGate } from '../gate/member-gate.tsx'
export { AccountPage } from './account-page.tsx'
