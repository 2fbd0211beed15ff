/** The embedded database that runs with a data folder, for whoever comes beside the start that keeps it. */
import { findRecord } from './record.ts'
import { databaseName, roleOf, type Login } from './logins.ts'
import { runningPort } from './postmaster.ts'

export type Urls = Readonly<Record<Login, string>>

export function urlsAt(port: number, passwords: Readonly<Record<Login, string>>): Urls {
  const urlOf = (login: Login) =>
    `postgres://${roleOf(login)}:${passwords[login]}@127.0.0.1:${port}/${databaseName}`
  return { owner: urlOf('owner'), app: urlOf('app'), worker: urlOf('worker') }
}

/** Its addresses, or nothing where none was made or none runs. */
export function findRunning(dataDir: string): Urls | undefined {
  const record = findRecord(dataDir)
  if (!record) return undefined
  const port = runningPort(record)
  return port === undefined ? undefined : urlsAt(port, record.passwords)
}
