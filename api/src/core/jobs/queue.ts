/** The queue as the worker uses it: pg-boss, on a login that owns nothing and changes no schema. */
import type { PgBoss } from 'pg-boss'
import type { Config } from '../../config.ts'
import type { Logger } from '../log/index.ts'

export async function openQueue({ database }: Config, log: Logger): Promise<PgBoss> {
  // Web processes have none, and are up sooner without it.
  const { PgBoss: Queue } = await import('pg-boss')
  const queue = new Queue({
    connectionString: database.workerUrl,
    application_name: 'sonaqor queue',
    max: 6,
    migrate: false,
    createSchema: false,
    // A worker that dies is missed within half a minute; see the heartbeat of each queue.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    // Both need to own the tables; PostgreSQL's own maintenance has to do here.
    reindex: false,
    monitorVacuum: false,
  })
  queue.on('error', (error) => log.warn({ err: error }, 'the queue had a fault'))
  await queue.start()
  return queue
}
