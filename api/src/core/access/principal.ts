/** Whoever makes a request. Every kind but staff and strangers stands within one tenant. */
import type {
  Environment,
  Role,
  Scope as ScopeName,
  StaffRole,
  StaffScope,
} from '@sonaqor/contract/access'

interface InTenant {
  readonly id: string
  readonly tenantId: string
  /** For people: stands in the audit log and beside what it made. */
  readonly name: string
  readonly scopes: ReadonlySet<ScopeName>
  readonly environments: readonly Environment[]
  readonly appIds: 'all' | readonly string[]
}

export interface MemberPrincipal extends InTenant {
  readonly kind: 'member'
  readonly personId: string
  readonly sessionId: string
  readonly role: Role
  readonly compliance: boolean
  /** When this session last proved a second factor, at its sign-in or since. */
  readonly secondFactorAt: Date | null
  /** The tenant asks for a second factor that this session has not shown: it may do nothing else. */
  readonly secondFactorMissing: boolean
}

export interface KeyPrincipal extends InTenant {
  readonly kind: 'key'
  readonly prefix: string
  readonly endsAt: Date | null
}

/** Names all keys of an app, and not its pages, where sockets are to be closed. */
export const keysOfApp = (appId: string) => `keys of ${appId}`
/** Names all of its pages, and not its keys. */
export const pagesOfApp = (appId: string) => `pages of ${appId}`

export interface EmbedPrincipal extends InTenant {
  readonly kind: 'embed'
  readonly keyId: string
  readonly user: { readonly ref: string; readonly name: string } | null
  /** Where it may be called from, a page's origin or our own for a frame; each call is held to it. */
  readonly origins: readonly string[]
  readonly views: readonly string[]
}

/** A job or a reader of events, at work for one tenant or, without one, for the house itself. */
export interface SystemPrincipal extends Omit<InTenant, 'tenantId'> {
  readonly kind: 'system'
  readonly tenantId: string | null
}

export interface StaffPrincipal extends Omit<InTenant, 'tenantId'> {
  readonly kind: 'staff'
  readonly tenantId: null
  /** A module team's token publishes that module alone. */
  readonly module: string | null
  /** One of Sonaqor's people; a module team has none. */
  readonly session?: StaffSession
}

/** A session of Sonaqor's staff, outside of every tenant. */
export interface StaffSession {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly role: StaffRole
  /** Empty until the session has shown a second factor. */
  readonly staffScopes: ReadonlySet<StaffScope>
  readonly secondFactorAt: Date | null
}

/** Staff within a tenant: to read, while it lets them look, or to leave word there of what they did. */
export interface StaffInTenantPrincipal extends InTenant {
  readonly kind: 'staff'
  readonly module: null
  readonly look: { readonly id: string; readonly reason: string } | null
}

export interface AnonymousPrincipal extends Omit<InTenant, 'tenantId'> {
  readonly kind: 'anonymous'
  readonly tenantId: null
}

export type TenantPrincipal = MemberPrincipal | KeyPrincipal | EmbedPrincipal
export type Principal =
  | TenantPrincipal
  | SystemPrincipal
  | StaffPrincipal
  | StaffInTenantPrincipal
  | AnonymousPrincipal

export const anonymous: AnonymousPrincipal = {
  kind: 'anonymous',
  id: 'anonymous',
  tenantId: null,
  name: 'Anonymous',
  scopes: new Set(),
  environments: [],
  appIds: [],
}
