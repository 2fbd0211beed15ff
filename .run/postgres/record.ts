/** What the data folder knows of its cluster: where it lies, and the passwords of its logins. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writePrivately } from '../private-file.ts'
import type { Login } from './logins.ts'
import { makeSharedFolder } from './programs.ts'
import { canEnter, type ServerUser } from './server-user.ts'

export interface ClusterRecord {
  readonly home: string
  readonly passwords: Readonly<Record<Login | 'admin', string>>
}

/** Read, or made at the first start. */
export function clusterRecord(dataDir: string, user: ServerUser): ClusterRecord {
  const file = recordFile(dataDir)
  if (!existsSync(file)) {
    refuseLostPasswords(dataDir, file)
    mkdirSync(dataDir, { recursive: true })
    writePrivately(file, `${JSON.stringify(newRecord(dataDir, user), null, 2)}\n`)
  }
  const record = readRecord(dataDir)
  const { home } = record
  if (existsSync(home) && !canEnter(user, home)) {
    throw new Error(
      `The database lies in ${home}, which its account can no longer enter. ` +
        'Open the folders above it again, or remove the data folder to begin anew.',
    )
  }
  return record
}

/** What is known of the cluster of a data folder, if it has one. */
export function findRecord(dataDir: string): ClusterRecord | undefined {
  return existsSync(recordFile(dataDir)) ? readRecord(dataDir) : undefined
}

/** Where it lies. */
export function clusterHome(dataDir: string): string | undefined {
  return findRecord(dataDir)?.home
}

/** What is written is relative to the data folder, so that the two can be moved together. */
function readRecord(dataDir: string): ClusterRecord {
  const record = JSON.parse(readFileSync(recordFile(dataDir), 'utf8')) as ClusterRecord
  return { ...record, home: resolve(dataDir, record.home) }
}

/** Below a folder that the server's user cannot enter, the cluster has to lie elsewhere. */
function newRecord(dataDir: string, user: ServerUser): ClusterRecord {
  const home = canEnter(user, dataDir)
    ? 'postgres'
    : join(makeSharedFolder(), `cluster-${randomBytes(6).toString('hex')}`)
  return { home, passwords: { admin: word(), owner: word(), app: word(), worker: word() } }
}

function refuseLostPasswords(dataDir: string, file: string) {
  if (!existsSync(join(dataDir, 'postgres/data'))) return
  throw new Error(
    `There is a database in ${dataDir}, but its passwords in ${file} are gone. ` +
      'Put the file back, or remove the data folder to begin anew.',
  )
}

const recordFile = (dataDir: string): string => join(dataDir, 'database.json')

const word = (): string => randomBytes(24).toString('base64url')
