import type { Knex } from 'knex'

/**
 * What was given up is found by when that was, days after its event. And counts are found by their minute,
 * whichever endpoint they are of, where they are drawn together and forgotten.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index webhook_deliveries_given_up
      on webhook_deliveries (tenant_id, endpoint_id, settled_at, id) where state = 'failed';
    create index webhook_counts_by_minute on webhook_counts (tenant_id, minute);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index webhook_deliveries_given_up, webhook_counts_by_minute')
}
