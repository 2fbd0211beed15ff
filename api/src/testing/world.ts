/**
 * A world for one test file: a database of its own, the real server in one process or more, and
 * builders for who lives in it. Tests speak HTTP to it, and look at rows past every policy.
 */
import { randomBytes } from 'node:crypto'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import { Pool } from 'pg'
import { createTenant, type NewTenantOptions, type WorldTenant } from './builders.ts'
import { cloneDatabase, type WorldDatabase } from './database.ts'
import { lodge } from './lodge.ts'
import {
  startServer,
  type HouseName,
  type Server,
  type ServerProcess,
  type ServerStart,
} from './server-process.ts'
import { ask, type Ask, type Holder } from './transport.ts'

export interface WorldOptions {
  /** How many servers there are for the web and sockets, each in another process, all on one database. */
  readonly processes?: number
  /** Whether jobs are done, in a process of their own. */
  readonly worker?: boolean
  readonly house?: HouseName
  readonly env?: Readonly<Record<string, string>>
}

/** What any test can do in any world, whoever else lives in it. */
export interface World {
  /** The address of the first process. */
  readonly url: string
  /** The same process at the origin of Sonaqor's staff: another name of this machine. */
  readonly staffUrl: string
  readonly servers: readonly { readonly url: string }[]
  /** Every row of every tenant, as the superuser. */
  readonly db: Pool
  readonly ownerUrl: string
  /** What the processes were started with. */
  readonly env: Readonly<Record<string, string>>
  /** The login of the app, for tests of what it may not do. */
  readonly appUrl: string
  /** A tenant with a member of each role. */
  tenant(name: string, options?: NewTenantOptions): Promise<WorldTenant>
  /** The typed client; null is a stranger. */
  as(holder: Holder | null, server?: number): StaffClient
  /** Asks at the origin that the path belongs to, unless another is named. */
  ask(path: string, options?: Ask & Where): Promise<Response>
  /** For the end of a test file. */
  stop(): Promise<void>
}

/** A world of one's own: its clock, its servers and all its rows are nobody else's. */
export interface OwnWorld<Kind extends Server = Server> extends World {
  /** How others enter it. */
  readonly standing: Standing
  readonly servers: readonly Kind[]
  readonly worker: Kind | undefined
  /** Moves the clock of every server; from then on it runs. */
  setClock(moment: Date | null): Promise<void>
  /** Starts one more server on the same database. */
  grow(options?: { roles?: string; env?: Readonly<Record<string, string>> }): Promise<Kind>
}

/** One whose servers are processes of their own, to be killed, measured, or listened to. */
export type ProcessWorld = OwnWorld<ServerProcess>

export interface Where {
  readonly server?: number
  readonly at?: 'tenants' | 'staff'
}

/** Where staff are at home in every world. */
export const staffOrigin = 'http://127.0.0.1'

/** Its servers live in processes that other worlds are in as well, for a start of each is dear. */
export function startWorld(options: WorldOptions = {}): Promise<OwnWorld> {
  let at = Math.floor(Math.random() * 100)
  return open(options, (start) => lodge(start, (at += 1)))
}

/** For tests that kill, crowd or measure a server, or read what it writes. */
export function startProcessWorld(options: WorldOptions = {}): Promise<ProcessWorld> {
  // Its servers are what starts them makes.
  return open(options, startServer) as Promise<ProcessWorld>
}

async function open(
  options: WorldOptions,
  startOne: (start: ServerStart) => Promise<Server>,
): Promise<OwnWorld> {
  const { processes = 1, house = 'whole' } = options
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
  const start = (roles: string, more = {}) => startOne({ house, roles, env: { ...env, ...more } })
  const [worker, ...servers] = await Promise.all([
    options.worker ? start('worker') : undefined,
    ...Array.from({ length: processes }, () => start('web,live')),
  ])
  const all = () => [...servers, ...(worker ? [worker] : [])]
  const { adminUrl, ownerUrl, appUrl } = database
  const standing: Standing = {
    urls: servers.map(({ url }) => url),
    env,
    database: { adminUrl, ownerUrl, appUrl },
  }
  const world = enterWorld(standing)
  return Object.assign(world, {
    standing,
    servers,
    worker,
    setClock: async (moment: Date | null) => {
      await Promise.all(all().map((server) => server.setClock(moment)))
    },
    grow: async ({ roles = 'web,live', env: more = {} } = {}) => {
      const server = await start(roles, more)
      servers.push(server)
      return server
    },
    stop: async () => {
      await Promise.all(all().map((server) => server.stop()))
      await world.db.end()
      await database.drop()
    },
  })
}

/** What has to be known of a world that stands, to live in it. */
export interface Standing {
  /** Of each process that serves the web. */
  readonly urls: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly database: Pick<WorldDatabase, 'adminUrl' | 'ownerUrl' | 'appUrl'>
}

/** The world that stands there; it goes on when whoever entered it has gone. */
export function enterWorld({ urls, env, database }: Standing): World {
  const db = new Pool({ connectionString: database.adminUrl, max: 4 })
  db.on('error', () => undefined)
  const servers = urls.map((url) => ({ url }))
  const world: World = {
    url: urls[0]!,
    staffUrl: ofStaff(urls[0]!),
    servers,
    db,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    env,
    tenant: (name, options) => createTenant(world, name, options),
    as: (holder, server = 0) => ({
      ...clientOverHttp(world.servers[server]!.url, holder?.token),
      staff: clientOverHttp(ofStaff(world.servers[server]!.url), holder?.token).staff,
    }),
    ask: (path, { server = 0, at = isOfStaff(path) ? 'staff' : 'tenants', ...rest } = {}) => {
      const { url } = world.servers[server]!
      return ask((at === 'staff' ? ofStaff(url) : url) + path, rest)
    },
    stop: () => db.end(),
  }
  return world
}

/** The same process under another name of this machine. */
const ofStaff = (url: string) => url.replace('localhost', '127.0.0.1')

const isOfStaff = (path: string) => path.startsWith('/v1/staff/')
