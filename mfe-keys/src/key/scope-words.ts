import type { KeyScope, Scope } from '@sonaqor/contract/access'
import type { Text } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'

type Words = { readonly [Name in Scope]?: Text } & { readonly [Name in KeyScope]: Text }

/** What each scope allows, in the reader's language: also those that older keys hold to no use. */
const allowed: Words = {
  'projects:read': texts.seeProjects,
  'projects:write': texts.changeProjects,
  'apps:read': texts.seeApps,
  'apps:write': texts.changeApps,
  'keys:read': texts.seeKeysOnly,
  'keys:write': texts.changeKeys,
  'logs:read': texts.seeLogs,
  'webhooks:read': texts.seeWebhooks,
  'webhooks:write': texts.changeWebhooks,
  'customers:ingest': texts.sendCustomers,
  'customers:read': texts.seeCustomers,
  'transactions:ingest': texts.sendTransactions,
  'audit:read': texts.searchAudit,
  'embeds:create': texts.openEmbeds,
  'embeds:read': texts.seeEmbeds,
  'jobs:read': texts.seeJobs,
  'jobs:run': texts.runJobs,
}

/** What the part of a scope before its colon is called. */
const resources: Readonly<Record<string, Text>> = {
  projects: texts.ofProjects,
  apps: texts.ofApps,
  keys: texts.ofKeys,
  logs: texts.ofLogs,
  webhooks: texts.ofWebhooks,
  customers: texts.ofCustomers,
  transactions: texts.ofTransactions,
  audit: texts.ofAudit,
  embeds: texts.ofEmbeds,
  jobs: texts.ofJobs,
}

/** Undefined for a scope that is younger than this module. */
export const allows = (scope: string): Text | undefined =>
  (allowed as Readonly<Record<string, Text | undefined>>)[scope]

const resourceOf = (scope: string) => scope.slice(0, scope.indexOf(':'))

export interface ScopeGroup<Name extends string> {
  readonly resource: string
  readonly title: Text | undefined
  readonly scopes: readonly Name[]
}

/** Scopes by what they are about, in their own order. */
export function byResource<Name extends string>(scopes: readonly Name[]): ScopeGroup<Name>[] {
  const groups = Map.groupBy(scopes, resourceOf)
  return [...groups].map(([resource, some]) => ({
    resource,
    title: resources[resource],
    scopes: some,
  }))
}
