import { scopes, scopeTable, type Role, type Scope } from '@sonaqor/contract/access'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'

/** What each scope allows, in the reader's language; a test holds that none is left out. */
export const scopeWords: Readonly<Record<string, Text | undefined>> = {
  'projects:read': texts.seeProjects,
  'projects:write': texts.changeProjects,
  'apps:read': texts.seeApps,
  'apps:write': texts.changeApps,
  'keys:read': texts.seeKeys,
  'keys:write': texts.changeKeys,
  'logs:read': texts.seeLogs,
  'webhooks:read': texts.seeWebhooks,
  'webhooks:write': texts.changeWebhooks,
  'customers:ingest': texts.sendCustomers,
  'transactions:ingest': texts.sendTransactions,
  'customers:read': texts.seeCustomers,
  'audit:read': texts.searchAudit,
  'embeds:create': texts.openEmbeds,
  'embeds:read': texts.seeEmbeds,
  'team:read': texts.seeTeam,
  'team:write': texts.changeTeam,
  'team:own': texts.makeOwners,
  'security:read': texts.seeSecurity,
  'security:write': texts.changeSecurity,
  'notifications:read': texts.seeNotifications,
  'jobs:read': texts.seeJobs,
  'jobs:run': texts.runJobs,
  'support:consent': texts.consentToSupport,
  'sar:read': texts.seeReports,
  'sar:write': texts.fileReports,
  'screening:decide': texts.decideMatches,
  'rules:approve': texts.approveRules,
  'holds:read': texts.seeHolds,
  'holds:write': texts.placeHolds,
}

interface ScopeRow {
  readonly allows: string
  readonly roles: readonly Role[]
  readonly critical?: true
  readonly compliance?: true
}

const rowOf = (scope: Scope): ScopeRow => scopeTable[scope]

/** The sentence of a scope; one that has no words yet is told in those of the table. */
export function allowedBy(scope: Scope, say: Say): string {
  const words = scopeWords[scope]
  return words ? say(words) : rowOf(scope).allows
}

export const isHeldBy = (scope: Scope, role: Role) => rowOf(scope).roles.includes(role)
export const isCritical = (scope: Scope) => rowOf(scope).critical === true

/** Those that a role holds or does not, and those that an owner gives beside any role. */
export const roleScopes = scopes.filter((scope) => !rowOf(scope).compliance)
