import { callbackify } from 'node:util'
import knex, { type Knex } from 'knex'
import type { PoolClient, QueryConfig } from 'pg'

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

/**
 * Binds the builder to a transaction. The connection that knex sees is a stand-in that passes each
 * query on in turn; laid over the one shared client by its prototype, it costs nothing to make.
 */
export function bindDb(inTurn: InTurn): Db {
  const standIn = {
    query: callbackify((config: QueryConfig) => inTurn((client) => client.query(config))),
  }
  const client = Object.create(builder, {
    acquireConnection: { value: async () => standIn },
    releaseConnection: { value: async () => undefined },
  }) as Knex.Client
  return Object.assign((table: string) => client.queryBuilder().table(table), {
    raw: (sql: string, bindings: readonly unknown[] = []) => client.raw(sql, bindings),
    ref: (column: string) => client.ref(column),
  }) as Db
}
