import type { Knex } from 'knex'

/**
 * What deliveries are looked for by: the last attempt of an endpoint, the events that it has got, and the
 * few that did not arrive.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index webhook_attempts_of_endpoint on webhook_attempts (tenant_id, endpoint_id, at);
    create index webhook_deliveries_of_endpoint_event
      on webhook_deliveries (tenant_id, endpoint_id, event_id);
    create index webhook_deliveries_undelivered on webhook_deliveries (tenant_id, state, id)
      where state in ('failed', 'skipped', 'cancelled');
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop index webhook_attempts_of_endpoint, webhook_deliveries_of_endpoint_event,
    webhook_deliveries_undelivered`)
}
