/**
 * The one vocabulary of permission. Every scope stands here once, with what it allows and the roles
 * that hold it; the server's check, the screens, the docs and the tests all read this table.
 */
import { keyScopes } from './key-scopes.ts'

export const roles = ['owner', 'admin', 'developer', 'analyst', 'viewer'] as const
export type Role = (typeof roles)[number]

export const environments = ['sandbox', 'production'] as const
export type Environment = (typeof environments)[number]

interface ScopeRow {
  /** What a holder may do, as a sentence for people. */
  readonly allows: string
  readonly roles: readonly Role[]
  /** Whether an embed session may hold it. */
  readonly embeds: boolean
  /** What does lasting harm in the wrong hands: it takes a second factor within the last minutes. */
  readonly critical?: true
  /** Of the set that an owner may give to any member beside their role, and that no role holds. */
  readonly compliance?: true
  /** Whether Sonaqor's staff may hold it while the tenant lets them look: nothing of it is personal data. */
  readonly looks?: true
  /** Whether an embed session with locked filters hears what happens to it: no customer is in it. */
  readonly locked?: true
}

const everyone = roles
const builders = ['owner', 'admin', 'developer'] as const
const leaders = ['owner', 'admin'] as const

export const scopeTable = {
  'projects:read': {
    allows: 'See projects',
    roles: everyone,
    embeds: true,
    looks: true,
    locked: true,
  },
  'projects:write': {
    allows: 'Create and change projects',
    roles: builders,
    embeds: false,
  },
  'apps:read': {
    allows: 'See apps and their settings',
    roles: everyone,
    embeds: true,
    looks: true,
    locked: true,
  },
  'apps:write': {
    allows: 'Create and change apps',
    roles: builders,
    embeds: false,
  },
  'keys:read': {
    allows: 'See API keys, never their secrets',
    roles: builders,
    embeds: true,
    looks: true,
    locked: true,
  },
  'keys:write': {
    allows: 'Issue and revoke API keys',
    roles: builders,
    embeds: true,
  },
  'logs:read': {
    allows: 'See the requests made with API keys',
    roles: builders,
    embeds: true,
    looks: true,
    locked: true,
  },
  'webhooks:read': {
    allows: 'See webhook endpoints and what was delivered to them',
    roles: builders,
    embeds: true,
    looks: true,
  },
  'webhooks:write': {
    allows: 'Create and change webhook endpoints, and send events again',
    roles: builders,
    embeds: true,
  },
  'customers:ingest': {
    allows: 'Send customer data',
    roles: builders,
    embeds: false,
  },
  'transactions:ingest': {
    allows: 'Send transactions',
    roles: builders,
    embeds: false,
  },
  'customers:read': {
    allows: 'See customer data, including in logs',
    roles: ['owner', 'admin', 'analyst', 'viewer'],
    embeds: true,
  },
  'audit:read': {
    allows: 'Search, verify and export the audit log',
    roles: leaders,
    embeds: false,
  },
  'embeds:create': {
    allows: 'Create embed sessions for a partner’s website',
    roles: builders,
    embeds: false,
  },
  'embeds:read': {
    allows: 'See embed sessions, and which pages were refused one',
    roles: builders,
    embeds: false,
    looks: true,
  },
  'team:read': {
    allows: 'See the members of the team',
    roles: everyone,
    embeds: false,
  },
  'team:write': {
    allows: 'Invite members, change their roles, suspend and remove them',
    roles: leaders,
    embeds: false,
  },
  'team:own': {
    allows: 'Make somebody an owner, and give or take the compliance scopes',
    roles: ['owner'],
    embeds: false,
    critical: true,
  },
  'security:read': {
    allows: 'See how members have to sign in',
    roles: leaders,
    embeds: false,
  },
  'security:write': {
    allows: 'Change how members have to sign in: second factors and single sign-on',
    roles: ['owner'],
    embeds: false,
    critical: true,
  },
  'notifications:read': {
    allows: 'See which notifications were sent to whom, and whether they arrived',
    roles: leaders,
    embeds: false,
  },
  'jobs:read': {
    allows: 'See background work such as exports, and how far it is',
    roles: everyone,
    embeds: true,
    locked: true,
  },
  'jobs:run': {
    allows: 'Start exports, and cancel and resume background work',
    roles: ['owner', 'admin', 'developer', 'analyst'],
    embeds: true,
  },
  'support:consent': {
    allows: 'Let Sonaqor look into the tenant, for a time',
    roles: leaders,
    embeds: false,
  },
  'sar:read': {
    allows: 'See suspicious activity reports',
    roles: [],
    embeds: false,
    compliance: true,
  },
  'sar:write': {
    allows: 'Draft and file suspicious activity reports',
    roles: [],
    embeds: false,
    compliance: true,
  },
  'screening:decide': {
    allows: 'Clear and confirm matches with sanctions and PEP lists',
    roles: [],
    embeds: false,
    compliance: true,
  },
  'rules:approve': {
    allows: 'Approve changes of rules, thresholds and lists',
    roles: [],
    embeds: false,
    compliance: true,
  },
  'holds:read': {
    allows: 'See legal holds',
    roles: [],
    embeds: false,
    compliance: true,
  },
  'holds:write': {
    allows: 'Place and lift legal holds',
    roles: [],
    embeds: false,
    compliance: true,
  },
} as const satisfies Record<string, ScopeRow>

export type Scope = keyof typeof scopeTable
export const scopes = Object.keys(scopeTable) as readonly Scope[]

/** Of stored names those that are scopes: one that was taken out of the table since opens nothing. */
export function scopesAmong(names: readonly string[]): Scope[] {
  return names.filter((name): name is Scope => Object.hasOwn(scopeTable, name))
}

const rowOf = (scope: Scope): ScopeRow => scopeTable[scope]

/** The scopes that a role holds, in the order of the table. */
export function scopesOf(role: Role): readonly Scope[] {
  return scopes.filter((scope) => rowOf(scope).roles.includes(role))
}

/** The scopes that an owner may give to any member beside their role, all of them or none. */
export const complianceScopes = scopes.filter((scope) => rowOf(scope).compliance)

/** The scopes whose every use takes a second factor within the last minutes. */
export const criticalScopes = scopes.filter((scope) => rowOf(scope).critical)

/** The scopes that a tenant may lend to Sonaqor's staff for a look: to read, and no personal data. */
export const lookScopes = scopes.filter((scope) => rowOf(scope).looks)

/** The scopes of which an embed session with locked filters hears, where it holds them. */
export const lockedScopes = scopes.filter((scope) => rowOf(scope).locked)

/** The scopes that an API key may hold: those that an operation open to keys asks for. */
export { keyScopes }
export type KeyScope = (typeof keyScopes)[number]

/** The scopes that an embed session may hold. */
export const embedScopes = scopes.filter((scope) => scopeTable[scope].embeds)

/**
 * Sonaqor's own people, outside every tenant. What they may do stands in a table of its own, so that no
 * role of a tenant can ever hold any of it, and they none of a tenant's.
 */
export const staffRoles = ['support', 'operations', 'security'] as const
export type StaffRole = (typeof staffRoles)[number]

interface StaffScopeRow {
  readonly allows: string
  readonly roles: readonly StaffRole[]
}

export const staffScopeTable = {
  'staff:tenants': { allows: 'Find tenants, and see their plan and state', roles: staffRoles },
  'staff:look': {
    allows: 'Ask a tenant for a look into it, and look while it lets them',
    roles: staffRoles,
  },
  'staff:suspend': {
    allows: 'Suspend a tenant, and let it work again',
    roles: ['operations', 'security'],
  },
  'staff:plans': { allows: 'Put a tenant on another plan', roles: ['operations', 'security'] },
  'staff:releases': {
    allows: 'See the modules, their releases and whose tokens publish them',
    roles: ['operations', 'security'],
  },
  'staff:people': {
    allows: 'Add staff, change their role, suspend them, and read what staff did',
    roles: ['security'],
  },
} as const satisfies Record<`staff:${string}`, StaffScopeRow>

export type StaffScope = keyof typeof staffScopeTable
export const staffScopes = Object.keys(staffScopeTable) as readonly StaffScope[]

export const isStaffScope = (name: string): name is StaffScope =>
  Object.hasOwn(staffScopeTable, name)

/** What a role of the staff may do, in the order of the table. */
export function staffScopesOf(role: StaffRole): readonly StaffScope[] {
  return staffScopes.filter((scope) =>
    (staffScopeTable[scope].roles as readonly StaffRole[]).includes(role),
  )
}
