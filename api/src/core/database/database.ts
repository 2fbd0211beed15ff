import type pg from 'pg'
import type { Config } from '../../config.ts'
import type { Logger } from '../log/index.ts'
import { createConnection, createPool } from './pools.ts'
import { Transaction, type TransactionStart } from './transaction.ts'

/** How a process reaches PostgreSQL: as the app, whose login owns nothing. */
export interface Database {
  begin(options?: Partial<TransactionStart>): Transaction
  /**
   * A short transaction beside another one. It has connections of its own, so that requests which
   * hold one connection and want a second can never wait for each other.
   */
  beginBeside(): Transaction
  /** A single statement outside of any transaction; for core's own counters. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
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
  return {
    begin: (start = {}) => new Transaction(main, { readOnly: false, ...start }),
    beginBeside: () => new Transaction(beside, { readOnly: false }),
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await beside.query<Row>(text, values)).rows,
    connection: (name) => createConnection(appUrl, name),
    close: async () => {
      await Promise.all([main.end(), beside.end()])
    },
  }
}
