/** Moves jobs from the outbox into the queue: out of one and into the other in one transaction. */
import type { Pool, PoolClient } from 'pg'
import type { JobInsert, PgBoss } from 'pg-boss'
import type { OutboxRow } from './outbox.ts'

const batch = 500

/** What travels in the queue: whose job it is, and what it is told. */
export interface Envelope {
  readonly tenantId: string | null
  readonly environment: OutboxRow['environment']
  readonly payload: object
}

/** How many were moved, by name. Only jobs that this worker knows are touched. */
export async function handOver(
  pool: Pool,
  queue: PgBoss,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<OutboxRow>(
      `delete from job_outbox where id in (
         select id from job_outbox where name = any($1) order by id limit ${batch}
         for update skip locked
       ) returning *`,
      [names],
    )
    const byName = Map.groupBy(rows, ({ name }) => name)
    for (const [name, jobs] of byName) {
      await queue.insert(name, jobs.map(jobOf), { db: executorOf(client) })
    }
    await client.query('commit')
    client.release()
    return new Map([...byName].map(([name, jobs]) => [name, jobs.length]))
  } catch (error) {
    client.release(true)
    throw error
  }
}

const executorOf = (client: PoolClient) => ({
  executeSql: (text: string, values?: unknown[]) => client.query(text, values),
})

function jobOf(row: OutboxRow): JobInsert {
  const data: Envelope = {
    tenantId: row.tenant_id,
    environment: row.environment,
    payload: row.payload,
  }
  return {
    id: row.id,
    data,
    // Queues are exclusive by key, and a job without one is like no other.
    singletonKey: row.singleton ?? row.id,
    ...(row.start_at ? { startAfter: row.start_at } : {}),
  }
}
