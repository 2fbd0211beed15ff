export { can, requireAccess } from './can.ts'
export type {
  AnonymousPrincipal,
  EmbedPrincipal,
  KeyPrincipal,
  MemberPrincipal,
  Principal,
  StaffPrincipal,
  SystemPrincipal,
  TenantPrincipal,
} from './principal.ts'
export { anonymous } from './principal.ts'
export { systemPrincipal } from './system.ts'
export type { Authenticator } from './authenticator.ts'
