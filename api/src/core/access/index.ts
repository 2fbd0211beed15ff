export { can, requireAccess, requireReading, requireScope, requireShownFactor } from './can.ts'
export type {
  AnonymousPrincipal,
  EmbedPrincipal,
  KeyPrincipal,
  MemberPrincipal,
  ModuleTeamPrincipal,
  Principal,
  StaffInTenantPrincipal,
  StaffPrincipal,
  StaffSession,
  SystemPrincipal,
  TenantPrincipal,
} from './principal.ts'
export { lockOf, requireWithinLock } from './lock.ts'
export { anonymous, keysOfApp, pagesOfApp, pagesOfUser } from './principal.ts'
export { ownIds } from './own-ids.ts'
export { giveProof, operationOf, placeOf, requireStepUp, stepUpSeconds } from './step-up.ts'
export { planOf, requireOpenTenant, tenantThere } from './suspended.ts'
export { systemPrincipal } from './system.ts'
export type { Authenticator } from './authenticator.ts'
