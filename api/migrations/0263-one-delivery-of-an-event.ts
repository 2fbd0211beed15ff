import type { Knex } from 'knex'

/**
 * Of one event an endpoint has one delivery, whoever puts it in its line: two replays of what is missing, at
 * once over one range, had each of them sent twice. Of those that are there twice one stays: what arrived,
 * or else what was tried most.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    lock table webhook_deliveries in share row exclusive mode;
    with twice as (
      select tenant_id, id from (
        select tenant_id, id, row_number() over (
          partition by tenant_id, endpoint_id, event_id
          order by (state = 'delivered') desc, attempts desc, id
        ) as place from webhook_deliveries
      ) placed where place > 1
    ), attempts as (
      delete from webhook_attempts a using twice t
      where a.tenant_id = t.tenant_id and a.delivery_id = t.id
    )
    delete from webhook_deliveries d using twice t where d.tenant_id = t.tenant_id and d.id = t.id;
    create unique index webhook_deliveries_event_once
      on webhook_deliveries (tenant_id, endpoint_id, event_id);
    drop index webhook_deliveries_of_endpoint_event;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    create index webhook_deliveries_of_endpoint_event
      on webhook_deliveries (tenant_id, endpoint_id, event_id);
    drop index webhook_deliveries_event_once;
  `)
}
