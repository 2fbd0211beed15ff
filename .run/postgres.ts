/**
 * The embedded database: our own launcher for the PostgreSQL programs that npm installed. It works
 * as root, below folders that others cannot enter, and after everything was killed.
 */
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { freePort } from './ports.ts'
import { ensureCluster, type Cluster } from './postgres/cluster.ts'
import { ensureLogins } from './postgres/logins.ts'
import { endLeftServer, startServer, stopServer } from './postgres/postmaster.ts'
import { programsFor } from './postgres/programs.ts'
import { clusterRecord } from './postgres/record.ts'
import { urlsAt, type Urls } from './postgres/running.ts'
import { serverUser } from './postgres/server-user.ts'

export interface PostgresOptions {
  /** Holds the cluster, or at least its passwords and where it lies. */
  readonly dataDir: string
  /** Any free one, if it is not given. */
  readonly port?: number
  /** Tests say `false`: nothing waits for the disk, and `stop` leaves nothing behind. */
  readonly durable: boolean
}

export interface Postgres {
  readonly port: number
  /** The superuser's address, for making databases; the product never sees it. */
  readonly adminUrl: string
  readonly urls: Urls
  /** The running server; it has ended when this has. */
  readonly server: ChildProcess
  stop(): Promise<void>
}

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, durable } = options
  const user = serverUser()
  const { home, passwords } = clusterRecord(dataDir, user)
  const cluster: Cluster = { home, user, programs: programsFor(user), durable }
  const port = options.port ?? (await freePort())

  await endLeftServer(cluster)
  await ensureCluster(cluster, passwords.admin)
  const server = await startServer(cluster, port)

  const adminUrl = `postgres://postgres:${passwords.admin}@127.0.0.1:${port}/postgres`
  await ensureLogins(adminUrl, passwords)

  return {
    port,
    adminUrl,
    urls: urlsAt(port, passwords),
    server,
    stop: async () => {
      await stopServer(cluster, server)
      if (!durable) rmSync(home, { recursive: true, force: true })
    },
  }
}
