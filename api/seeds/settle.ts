/** Gives a tenant of the demo what its admin would make first: projects, apps and keys. */
import { environments, keyScopes, type Environment, type KeyScope } from '@sonaqor/contract/access'
import type { Client } from '@sonaqor/contract/client'
import type { DemoTenant } from '../src/features/demo/index.ts'
import type { AppKeys } from './traffic.ts'

export interface SettledApp {
  readonly id: string
  readonly name: string
  readonly environment: Environment
  readonly keys: AppKeys
}

const readerScopes: readonly KeyScope[] = ['apps:read', 'keys:read', 'logs:read']

/** What is there by its name is kept; keys are always new, for nobody knows the old ones' secrets. */
export async function settle(
  api: Client,
  tenant: DemoTenant,
  portalOrigin: string,
): Promise<SettledApp[]> {
  const apps: SettledApp[] = []
  for (const { id, name, environment } of await settleApps(api, tenant, portalOrigin)) {
    apps.push({ id, name, environment, keys: await issueKeys(api, id) })
  }
  return apps
}

export async function settleApps(api: Client, tenant: DemoTenant, portalOrigin: string) {
  const { data: projects } = await api.projects.list({ query: { limit: 200 } })
  const { data: apps } = await api.apps.list({ query: { limit: 200 } })
  const settled = []
  for (const { name, description, apps: appNames } of tenant.projects) {
    const known = projects.find((project) => project.name === name)
    const { id: projectId } = known ?? (await api.projects.create({ body: { name, description } }))
    for (const appName of appNames) {
      for (const environment of environments) {
        const app = apps.find(
          (one) =>
            one.projectId === projectId && one.name === appName && one.environment === environment,
        )
        const body = { projectId, name: appName, environment, origins: [portalOrigin] }
        settled.push(app ?? (await api.apps.create({ body })))
      }
    }
  }
  return settled
}

async function issueKeys(api: Client, appId: string): Promise<AppKeys> {
  const issue = (label: string, scopes: readonly KeyScope[]) =>
    api.keys.issue({ body: { appId, label, scopes: [...scopes] } })
  const server = await issue('Server', keyScopes)
  const reader = await issue('Dashboard reader', readerScopes)
  const revoked = await issue('Old server', keyScopes)
  await api.keys.revoke({ params: { id: revoked.id } })
  return { server: server.secret, reader: reader.secret, revoked: revoked.secret }
}
