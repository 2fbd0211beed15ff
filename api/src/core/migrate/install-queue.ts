import { openOwner } from './owner.ts'

/** Makes or renews the queue's own schema, as the owner; the worker's login may use it, no more. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 2,
    supervise: false,
    schedule: false,
    persistWarnings: false,
  })
  const faults: unknown[] = []
  boss.on('error', (fault) => faults.push(fault))
  await boss.start()
  await boss.stop({ graceful: false })
  if (faults.length > 0) throw new AggregateError(faults, 'the queue cannot be installed')
  await grantQueue(ownerUrl)
}

async function grantQueue(ownerUrl: string): Promise<void> {
  const owner = openOwner(ownerUrl, 1)
  try {
    await owner.raw(`
      grant usage on schema pgboss to sonaqor_worker;
      grant select, insert, update, delete on all tables in schema pgboss to sonaqor_worker;
      grant execute on all functions in schema pgboss to sonaqor_worker;
    `)
  } finally {
    await owner.destroy()
  }
}
