import { Client, Pool, types as pgTypes } from 'pg'
import type { Logger } from '../log/index.ts'

/** Applied by the server at connection, so that no statement is spent on them. */
const sessionSettings = [
  'statement_timeout=10000',
  'lock_timeout=5000',
  'idle_in_transaction_session_timeout=30000',
  'TimeZone=UTC',
]

const int8 = 20
const texts = 1009
const parseTexts = pgTypes.getTypeParser(texts as number, 'text') as (value: string) => string[]

/** Most lists are of plain words, which take no parser. */
function wordsOf(value: string): string[] {
  if (value === '{}') return []
  return /["\\]|NULL/.test(value) ? parseTexts(value) : value.slice(1, -1).split(',')
}

/** Counters fit a number by far; decimals stay strings, so that no digit is lost. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return Number
    return oid === texts ? wordsOf : pgTypes.getTypeParser(oid, format as 'text')
  },
}

export interface PoolOptions {
  readonly url: string
  readonly name: string
  readonly size: number
  readonly log: Logger
}

/** A pool that outlives its server: a broken idle connection is logged and replaced, never thrown. */
export function createPool({ url, name, size, log }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max: size,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: sessionSettings.map((setting) => `-c ${setting}`).join(' '),
    types,
  })
  pool.on('error', (error) => log.warn({ err: error, pool: name }, 'an idle connection broke'))
  // One that breaks while it is lent out says so on itself; without a listener that ends the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.debug({ err: error, pool: name }, 'a connection broke'))
  })
  return pool
}

/** A connection of its own for what holds a lock or listens; the caller connects, watches and ends it. */
export function createConnection(url: string, name: string): Client {
  return new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    options: '-c TimeZone=UTC -c statement_timeout=10000',
    types,
  })
}
