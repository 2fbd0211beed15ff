/**
 * A world for one test file: a database of its own, the real server in one process or more, and
 * builders for who lives in it. Tests speak HTTP to it, and look at rows past every policy.
 */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import { Pool } from 'pg'
import { createTenant, type NewTenantOptions, type WorldTenant } from './builders.ts'
import { cloneDatabase } from './database.ts'
import { startServer, type ServerProcess } from './server-process.ts'
import { ask, type Ask, type Holder } from './transport.ts'

export interface WorldOptions {
  /** How many processes serve the web and sockets, all on one database. */
  readonly processes?: number
  /** Whether jobs are done, in a process of their own. */
  readonly worker?: boolean
  /** What the processes run; core's own tests have a small house of their own. */
  readonly entry?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface World {
  /** The address of the first process. */
  readonly url: string
  /** The same process at the origin of Sonaqor's staff: another name of this machine. */
  readonly staffUrl: string
  readonly servers: readonly ServerProcess[]
  readonly worker: ServerProcess | undefined
  /** Every row of every tenant, as the superuser. */
  readonly db: Pool
  readonly ownerUrl: string
  /** What the processes were started with. */
  readonly env: Readonly<Record<string, string>>
  /** The login of the app, for tests of what it may not do. */
  readonly appUrl: string
  /** Moves the clock of every process; from then on it runs. */
  setClock(moment: Date | null): Promise<void>
  /** A tenant with a member of each role. */
  tenant(name: string, options?: NewTenantOptions): Promise<WorldTenant>
  /** The typed client; null is a stranger. */
  as(holder: Holder | null, server?: number): StaffClient
  /** Asks at the origin that the path belongs to, unless another is named. */
  ask(path: string, options?: Ask & Where): Promise<Response>
  /** Starts one more process on the same database. */
  grow(options?: { roles?: string; env?: Readonly<Record<string, string>> }): Promise<ServerProcess>
  stop(): Promise<void>
}

export interface Where {
  readonly server?: number
  readonly at?: 'tenants' | 'staff'
}

/** Where staff are at home in every world. */
export const staffOrigin = 'http://127.0.0.1'

const wholeHouse = fileURLToPath(new URL('../server.ts', import.meta.url))

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { processes = 1, entry = wholeHouse } = options
  const database = await cloneDatabase()
  const env = {
    DATABASE_APP_URL: database.appUrl,
    DATABASE_WORKER_URL: database.workerUrl,
    DATABASE_POOL_SIZE: '8',
    SONAQOR_KEK: randomBytes(32).toString('base64'),
    SONAQOR_TEST_CLOCK: 'true',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PORT: '0',
    STAFF_URL: staffOrigin,
    ...options.env,
  }
  const start = (roles: string, more = {}) =>
    startServer({ entry, roles, env: { ...env, ...more } })
  const servers: ServerProcess[] = []
  for (let i = 0; i < processes; i += 1) servers.push(await start('web,live'))
  const worker = options.worker ? await start('worker') : undefined
  const db = new Pool({ connectionString: database.adminUrl, max: 4 })
  db.on('error', () => undefined)
  const all = () => [...servers, ...(worker ? [worker] : [])]
  const urlOf = (server = 0) => servers[server]!.url
  const staffUrlOf = (server?: number) => urlOf(server).replace('localhost', '127.0.0.1')

  const world: World = {
    url: urlOf(),
    staffUrl: staffUrlOf(),
    servers,
    worker,
    db,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    env,
    setClock: async (moment) => {
      await Promise.all(all().map((server) => server.setClock(moment)))
    },
    tenant: (name, tenantOptions) => createTenant(world, name, tenantOptions),
    as: (holder, server) => ({
      ...clientOverHttp(urlOf(server), holder?.token),
      staff: clientOverHttp(staffUrlOf(server), holder?.token).staff,
    }),
    ask: (path, { server, at = isOfStaff(path) ? 'staff' : 'tenants', ...rest } = {}) =>
      ask((at === 'staff' ? staffUrlOf(server) : urlOf(server)) + path, rest),
    grow: async ({ roles = 'web,live', env: more = {} } = {}) => {
      const server = await start(roles, more)
      servers.push(server)
      return server
    },
    stop: async () => {
      await Promise.all(all().map((server) => server.stop()))
      await db.end()
      await database.drop()
    },
  }
  return world
}

const isOfStaff = (path: string) => path.startsWith('/v1/staff/')
