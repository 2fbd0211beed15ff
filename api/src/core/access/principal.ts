/**
 * Whoever makes a request. Members, keys, embed sessions and staff who look stand within one tenant; the
 * house itself may; staff at their own work, module teams and strangers stand in none.
 */
import type {
  Environment,
  Role,
  Scope as ScopeName,
  StaffRole,
  StaffScope,
} from '@sonaqor/contract/access'
import type { LockedFilters } from '@sonaqor/contract/embeds'

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
  /** Of the secret that was sent, as its number is: a key that is rotated has two for a while. */
  readonly prefix: string
  readonly secretNumber: number
  /** Which of the two it is, while two work. */
  readonly rotation: 'old' | 'new' | null
  /** A bound of its own, below that of every principal. */
  readonly requestsPerMinute: number | null
  /** The bound of its app, over all of its keys and their sessions. */
  readonly appRequestsPerMinute: number | null
  /** What its app speaks where a call names no version. */
  readonly apiVersion: string
  /** When the key ends, or that secret of it, if that is sooner. */
  readonly endsAt: Date | null
  /** Whoever asks names the key and does not hold it: what they do is no use that the key is put to. */
  readonly isLent: boolean
}

/** Names all keys of an app, and not its pages, where sockets are to be closed. */
export const keysOfApp = (appId: string) => `keys of ${appId}`
/** Names the pages of an app before which one user sits. */
export const pagesOfUser = (appId: string, ref: string) => `pages of ${appId} for ${ref}`
/** Names all of its pages, and not its keys. */
export const pagesOfApp = (appId: string) => `pages of ${appId}`

export interface EmbedPrincipal extends InTenant {
  readonly kind: 'embed'
  readonly keyId: string
  readonly keyLabel: string
  /** The bound of its key, which counts what all of its sessions ask as well. */
  readonly requestsPerMinute: number | null
  readonly appRequestsPerMinute: number | null
  readonly user: { readonly ref: string; readonly name: string } | null
  /** Where it may be called from, a page's origin or our own for a frame; each call is held to it. */
  readonly origins: readonly string[]
  readonly views: readonly string[]
  /** The customers that it is locked to, which nobody in the page is told; null where it is to none. */
  readonly lock: LockedFilters | null
}

/** A job or a reader of events, at work for one tenant or, without one, for the house itself. */
export interface SystemPrincipal extends Omit<InTenant, 'tenantId'> {
  readonly kind: 'system'
  readonly tenantId: string | null
}

/** Outside of every tenant: one of Sonaqor's people, in a session of theirs. */
export interface StaffPrincipal extends Omit<InTenant, 'tenantId'> {
  readonly kind: 'staff'
  readonly tenantId: null
  readonly session: StaffSession
}

/** The token of a module's team: outside of every tenant, it publishes that module alone. */
export interface ModuleTeamPrincipal extends Omit<InTenant, 'tenantId'> {
  readonly kind: 'module-team'
  readonly tenantId: null
  readonly module: string
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
  | ModuleTeamPrincipal
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
