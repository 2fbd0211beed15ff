import type pg from 'pg'
import type { Config } from '../../config.ts'
import type { Logger } from '../log/index.ts'
import { createConnection, createPool } from './pools.ts'
import { Transaction, type TransactionStart } from './transaction.ts'

/** Single statements outside of any transaction. */
export interface Queries {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

/** How a process reaches PostgreSQL: as the app, whose login owns nothing. */
export interface Database extends Queries {
  begin(options?: Partial<TransactionStart>): Transaction
  /**
   * A short transaction beside another one. It has connections of its own, so that requests which
   * hold one connection and want a second can never wait for each other.
   */
  beginBeside(): Transaction
  /** Statements on connections of their own, so many at most, which nobody else's work can take up. */
  apart(name: string, size: number): Queries
  /** A connection of its own, for what listens or holds a lock. */
  connection(name: string): pg.Client
  close(): Promise<void>
}

export function createDatabase(config: Config, log: Logger): Database {
  const { appUrl, poolSize } = config.database
  const main = createPool({ url: appUrl, name: 'sonaqor', size: poolSize, log })
  const beside = createPool({
    url: appUrl,
    name: 'sonaqor beside',
    size: Math.max(2, Math.ceil(poolSize / 4)),
    log,
  })
  const pools = [main, beside]
  return {
    ...queriesOn(beside),
    begin: (start = {}) => new Transaction(main, { readOnly: false, ...start }),
    beginBeside: () => new Transaction(beside, { readOnly: false }),
    apart: (name, size) => {
      const pool = createPool({ url: appUrl, name, size, log })
      pools.push(pool)
      return queriesOn(pool)
    },
    connection: (name) => createConnection(appUrl, name),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
    },
  }
}

const queriesOn = (pool: pg.Pool): Queries => ({
  query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await pool.query<Row>(text, values)).rows,
})
