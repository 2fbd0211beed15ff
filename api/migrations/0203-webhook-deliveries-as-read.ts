import type { Knex } from 'knex'

/** What deliveries are looked for by: the last attempt of an endpoint, and the events that it has got. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index webhook_attempts_of_endpoint on webhook_attempts (tenant_id, endpoint_id, at);
    create index webhook_deliveries_of_endpoint_event
      on webhook_deliveries (tenant_id, endpoint_id, event_id);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index webhook_attempts_of_endpoint, webhook_deliveries_of_endpoint_event')
}
