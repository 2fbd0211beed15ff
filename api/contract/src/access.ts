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
}

const everyone = roles
const builders = ['owner', 'admin', 'developer'] as const

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
    allows: 'Send customers in',
    roles: builders,
    embeds: false,
  },
  'transactions:ingest': {
    allows: 'Send transactions in',
    roles: builders,
    embeds: false,
  },
  'customers:read': {
    allows: 'See customer data, in logs too',
    roles: ['owner', 'admin', 'analyst', 'viewer'],
    embeds: true,
  },
  'audit:read': {
    allows: 'Search and verify the audit log',
    roles: ['owner', 'admin'],
    embeds: false,
  },
  'embeds:create': {
    allows: 'Open embed sessions for a partner page',
    roles: builders,
    embeds: false,
  },
} as const satisfies Record<string, ScopeRow>

export type Scope = keyof typeof scopeTable
export const scopes = Object.keys(scopeTable) as readonly Scope[]

/** Of stored names those that are scopes: one that was taken out of the table since opens nothing. */
export function scopesAmong(names: readonly string[]): Scope[] {
  return names.filter((name): name is Scope => Object.hasOwn(scopeTable, name))
}

/** The scopes that a role holds, in the order of the table. */
export function scopesOf(role: Role): readonly Scope[] {
  return scopes.filter((scope) => (scopeTable[scope].roles as readonly Role[]).includes(role))
}

/** The scopes that an API key may hold: those that an operation open to keys asks for. */
export { keyScopes }
export type KeyScope = (typeof keyScopes)[number]

/** The scopes that an embed session may hold. */
export const embedScopes = scopes.filter((scope) => scopeTable[scope].embeds)
