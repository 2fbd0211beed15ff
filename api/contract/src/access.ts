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
}

const everyone = roles
const builders = ['owner', 'admin', 'developer'] as const
const leaders = ['owner', 'admin'] as const

export const scopeTable = {
  'projects:read': {
    allows: 'See projects',
    roles: everyone,
    embeds: true,
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

/** The scopes that an API key may hold: those that an operation open to keys asks for. */
export { keyScopes }
export type KeyScope = (typeof keyScopes)[number]

/** The scopes that an embed session may hold. */
export const embedScopes = scopes.filter((scope) => scopeTable[scope].embeds)
