/** The house that the journeys go through: its addresses, its people, and its own description. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment, Role } from '@sonaqor/contract/access'
import type { Client } from '@sonaqor/contract/client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import type { RegisteredModule } from '@sonaqor/contract/releases'

export interface Member {
  readonly role: Role
  readonly email: string
  readonly password: string
  /** Of their authenticator app, for those who have one. */
  readonly totpSecret: string | null
}

export interface Tenant {
  readonly id: string
  readonly name: string
  readonly members: readonly Member[]
  readonly apps: readonly {
    readonly id: string
    readonly name: string
    readonly environment: Environment
    readonly apiKey: string
  }[]
}

interface DemoFile {
  readonly url: string
  readonly staffUrl: string
  readonly partnerPortalUrl: string
  readonly tenants: readonly Tenant[]
  readonly portal: { readonly appId: string; readonly apiKey: string }
}

export interface House {
  readonly url: string
  /** Where Sonaqor's own staff work. */
  readonly staffUrl: string
  readonly portalUrl: string
  /** The tenant whose partner page the portal is. */
  readonly tenant: Tenant
  /** A tenant in which no other journey changes anybody: each has its own. */
  tenantOf(journey: keyof typeof places): Tenant
  /** The portal's own app. */
  readonly app: Tenant['apps'][number]
  /** `POST /v1/keys` and all others that are published. */
  readonly operations: readonly string[]
  readonly modules: readonly RegisteredModule[]
  member(role: Role): Member
  /** The typed client from outside of any browser; without a token as a stranger. */
  api(token?: string): Client
  /** The client of a module's team. */
  team(module: string): Promise<Client>
}

/** Which tenant of the demo belongs to whom; the portal has the first one. */
const places = { team: 1, 'single sign-on': 2, 'second factors': 3 } as const

const dataDir = () => process.env['SONAQOR_DATA_DIR'] ?? '.data'
const readJson = async (name: string) =>
  JSON.parse(await readFile(join(dataDir(), name), 'utf8')) as unknown

export async function readHouse(): Promise<House> {
  const demo = (await readJson('demo.json')) as DemoFile
  const { url, staffUrl, partnerPortalUrl: portalUrl } = demo
  const tenant = demo.tenants.find(({ apps }) => apps.some(({ id }) => id === demo.portal.appId))!
  const api = (token?: string) => clientOverHttp(url, token)
  return {
    url,
    staffUrl,
    portalUrl,
    tenant,
    tenantOf: (journey) => demo.tenants[places[journey]]!,
    app: tenant.apps.find(({ id }) => id === demo.portal.appId)!,
    operations: await readOperations(url),
    modules: (await api().registry.show()).modules,
    member: (role) => tenant.members.find((member) => member.role === role)!,
    api,
    team: async (module) => {
      const tokens = (await readJson('module-tokens.json')) as Record<string, string>
      return api(tokens[module])
    },
  }
}

async function readOperations(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/v1/openapi.json`)
  const { paths } = (await answer.json()) as { paths: Record<string, object> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
}
