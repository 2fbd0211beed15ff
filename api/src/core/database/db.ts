import knex, { type Knex } from 'knex'
import type { PoolClient, QueryConfig, QueryResult } from 'pg'
import { createStatementNames } from './statement-names.ts'

/** What may be written into a statement that begins a transaction; quoted by `literal`. */
export type Literal = string | number | boolean | Buffer | Date | null | readonly string[]

type AnyRow = Record<string, unknown>

/** Knex's builder bound to one transaction: `scope.db<Row>('api_keys').where({ id }).first()`. */
export interface Db {
  <Row extends {} = AnyRow>(table: string): Knex.QueryBuilder<Row, Row[]>
  raw<Row = AnyRow>(sql: string, bindings?: readonly unknown[]): Knex.Raw<{ rows: Row[] }>
  ref(column: string): Knex.Ref<string, Record<string, string>>
}

type InTurn = <Answer>(query: (client: PoolClient) => Promise<Answer>) => Promise<Answer>

/**
 * A builder without a pool; what it builds runs on the connection of one transaction. The message of
 * an error shows the statement with its places held open: what stood in them is nobody's to log.
 */
const builder = knex({ client: 'pg', compileSqlOnError: false }).client as Knex.Client

const nameOf = createStatementNames()

type Done = (error: unknown, answer?: QueryResult) => void

/** The connection that knex sees: a stand-in that passes each query on in turn. */
class StandIn {
  readonly #inTurn: InTurn

  constructor(inTurn: InTurn) {
    this.#inTurn = inTurn
  }

  async query({ text, values }: QueryConfig, done: Done): Promise<void> {
    const name = nameOf(text)
    const config = name === undefined ? { text, values } : { name, text, values }
    let answer: QueryResult
    try {
      answer = await this.#inTurn((client) => client.query(config))
    } catch (error) {
      done(error)
      return
    }
    done(null, answer)
  }
}

/** Binds the builder to a transaction; laid over the one shared client, it costs little to make. */
export function bindDb(inTurn: InTurn): Db {
  const standIn = new StandIn(inTurn)
  const client = Object.create(builder) as Knex.Client
  client.acquireConnection = async () => standIn
  client.releaseConnection = async () => undefined
  const db = (table: string) => client.queryBuilder().table(table)
  db.raw = (sql: string, bindings: readonly unknown[] = []) => client.raw(sql, bindings)
  db.ref = (column: string) => client.ref(column)
  return db as Db
}
