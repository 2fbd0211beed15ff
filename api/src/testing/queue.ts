/** Time that passes in the queue of a world, where a test would only wait for it. */
import type { World } from './world.ts'

/** Whoever is at work now is missed, as after half a minute without a sign of life. */
export async function missWorkers({ db }: World): Promise<void> {
  await db.query(
    `update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`,
  )
}

/** What was put off is due. */
export async function makeDue({ db }: World, job: string): Promise<void> {
  await db.query(
    `update pgboss.job set start_after = now()
     where name = $1 and state in ('created', 'retry') and start_after > now()`,
    [job],
  )
}
