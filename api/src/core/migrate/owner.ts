/** The owner's connections: for migrating, and for founding tenants and people. */
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
