/** The owner's connections, which migrate and do nothing else. */
import knex, { type Knex } from 'knex'

export function openOwner(ownerUrl: string, max: number): Knex {
  return knex({
    client: 'pg',
    connection: ownerUrl,
    pool: { min: 0, max },
    // What it warns of with a stack, a refused password say, it throws as well, and that is told.
    log: { warn: () => undefined },
  })
}
