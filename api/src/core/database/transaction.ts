/**
 * One transaction on one raw connection. It opens at the first query, in a single message together
 * with its settings: knex's own transactions take a round trip for each and halve the throughput.
 */
import type { Environment } from '@sonaqor/contract/access'
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'
import { bindDb, type Db, type Literal } from './db.ts'
import { functionName, literal } from './literal.ts'
import { beginLongWork } from './long-work.ts'
import { executed, isStale, type Opening } from './prepared.ts'

/** Whose rows a transaction sees; row-level security compares with it. */
export interface Sight {
  readonly tenantId: string | null
  readonly environments: readonly Environment[]
  /** The customers that are seen alone, as JSON; left out where nothing is locked. */
  readonly lock?: string | undefined
}

/** What a connection shows of itself: nothing. */
const nobody: Sight = { tenantId: null, environments: [] }

export interface TransactionStart {
  readonly readOnly: boolean
  /** A statement for the message that opens it through a door; it sees what that door has set. */
  readonly along?: string
}

export class Transaction {
  readonly readOnly: boolean
  /** What the statement told that was asked along with the door that it was opened through. */
  told: readonly unknown[] = []
  readonly #along: readonly Opening[]
  readonly #pool: Pool
  #sight: Sight = nobody
  #ended = false
  #endLongWork: (() => void) | undefined
  #db: Db | undefined
  #client: Promise<PoolClient> | undefined
  /** Resolves when the query before is done: one connection speaks one sentence at a time. */
  #turn: Promise<void> = Promise.resolve()

  constructor(pool: Pool, { readOnly, along }: TransactionStart) {
    this.#pool = pool
    this.readOnly = readOnly
    this.#along = along === undefined ? [] : [{ text: along, values: [] }]
  }

  get db(): Db {
    return (this.#db ??= bindDb((query) => this.#inTurn(query)))
  }

  /** Whether anything has been asked in it yet. */
  get isOpen(): boolean {
    return this.#client !== undefined
  }

  /** Asked before what takes long, which goes on until the end of it; false where there is no place for that. */
  takeLong(): boolean {
    this.#endLongWork ??= beginLongWork(this.#pool)
    return this.#endLongWork !== undefined
  }

  /** Before the first query it costs nothing, after it one short statement. */
  async see(sight: Sight): Promise<void> {
    this.#sight = sight
    if (this.#client) await this.query(settingsOf(sight))
  }

  /** Opens through a door function, which may itself set what is seen, in one round trip. */
  async through<Row>(door: string, values: readonly Literal[]): Promise<Row[]> {
    const call = (given: readonly string[]) =>
      `select * from ${functionName(door)}(${given.join(', ')})`
    if (this.#client) return (await this.query<Row>(call(values.map(literal)))).rows
    const text = call(values.map((_, place) => `$${place + 1}`))
    const answers: QueryResult[] = []
    this.#client = this.#begin([{ text, values }, ...this.#along], answers)
    await this.#client
    if (this.#along.length > 0) this.told = answers.pop()?.rows ?? []
    return (answers.at(-1)?.rows ?? []) as Row[]
  }

  /** Several statements in one message, which can therefore take no parameters; the rows of each. */
  async queries(statements: readonly string[]): Promise<unknown[][]> {
    const answer: unknown = await this.#inTurn((client) => client.query(statements.join('; ')))
    return [answer].flat().map((result) => (result as QueryResult).rows)
  }

  async query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }> {
    const query = values ? { text, values } : { text }
    return this.#inTurn((client) => client.query<Row & QueryResultRow>(query))
  }

  /** Commits, with what must stand last in the same message. */
  async commit(last: readonly string[] = []): Promise<void> {
    if (last.length > 0) this.#client ??= this.#begin()
    const client = await this.#end()
    if (!client) return
    const answer: unknown = await finish(client, [...last, 'commit'].join('; '))
    const { command } = [answer].flat().at(-1) as QueryResult
    // PostgreSQL answers the commit of a failed transaction with a rollback, and no error.
    if (command !== 'COMMIT') throw new Error('a failed transaction was asked to commit')
  }

  async rollback(): Promise<void> {
    const client = await this.#end().catch(() => undefined)
    if (client && this.readOnly) leave(client)
    else if (client) await finish(client, 'rollback').catch(() => undefined)
  }

  /**
   * Gives the connection back before the end; the next query begins anew. What was written or locked by
   * then would be lost without a word, so it is a fault of ours to come here after that.
   */
  async giveBack(): Promise<void> {
    await this.#turn
    this.#leaveLong()
    const client = await this.#client
    this.#client = undefined
    if (!client) return
    const wrote = 'select pg_current_xact_id_if_assigned() is not null as wrote'
    const answer: unknown = await finish(client, `${wrote}; rollback`)
    const [row] = (answer as QueryResult<{ wrote: boolean }>[])[0]?.rows ?? []
    if (row?.wrote) throw new Error('a transaction that has written was given back')
  }

  async #end(): Promise<PoolClient | undefined> {
    this.#ended = true
    await this.#turn
    this.#leaveLong()
    const client = this.#client
    this.#client = undefined
    return client
  }

  #leaveLong(): void {
    this.#endLongWork?.()
    this.#endLongWork = undefined
  }

  async #inTurn<Answer>(query: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
    if (this.#ended) throw new Error('a query came after the end of its transaction')
    const before = this.#turn
    const answer = before.then(async () => query(await (this.#client ??= this.#begin())))
    this.#turn = answer.then(
      () => undefined,
      () => undefined,
    )
    return answer
  }

  async #begin(
    openings: readonly Opening[] = [],
    answers: QueryResult[] = [],
  ): Promise<PoolClient> {
    const client = await this.#pool.connect()
    const { statements, isKnown, done } = executed(client, openings)
    try {
      const begin = this.readOnly ? 'begin read only' : 'begin'
      const settings = this.#sight === nobody ? [] : [settingsOf(this.#sight)]
      const message = [...endOfRead(client), begin, ...settings, ...statements].join('; ')
      const answer: unknown = await client.query(message)
      answers.push(...([answer].flat() as QueryResult[]))
      done()
      return client
    } catch (error) {
      client.release(true)
      // What was prepared before a migration fails once, and opens on a connection that is newer.
      if (isKnown && isStale(error)) return this.#begin(openings, answers)
      throw error
    }
  }
}

/** Whatever state a failed connection is in, nobody else shall find it so: it is thrown away. */
async function finish(client: PoolClient, statements: string): Promise<unknown> {
  try {
    const answer = await client.query(statements)
    client.release()
    return answer
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Reads that are over, on connections that were given back with their end still unsaid. */
const left = new Map<PoolClient, NodeJS.Timeout>()
const leftMs = 20

/**
 * A read leaves nothing to wait for, so its end travels with whatever begins next on the connection,
 * and by itself only where nothing does: one message less for each read of a busy process.
 */
function leave(client: PoolClient): void {
  const end = () => {
    left.delete(client)
    client.query('rollback').catch(() => undefined)
  }
  left.set(client, setTimeout(end, leftMs))
  client.release()
}

function endOfRead(client: PoolClient): string[] {
  const timer = left.get(client)
  if (!timer) return []
  clearTimeout(timer)
  left.delete(client)
  return ['rollback']
}

/** A lock that was set once stays until the end of the transaction, whoever else it is entered by. */
function settingsOf({ tenantId, environments, lock }: Sight): string {
  const locking = lock === undefined ? '' : `; set local app.lock = ${literal(lock)}`
  return `set local app.tenant_id = ${literal(tenantId ?? '')}; set local app.environments = ${literal(environments.join(','))}${locking}`
}
