import type { Knex } from 'knex'

/**
 * Of one event an endpoint has one delivery, whoever puts it in its line: two replays of what is missing, at
 * once over one range, had each of them sent twice. Of those that are there twice one stays: what arrived,
 * or else what still waits, or else what was tried most.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- As the end of it needs: whoever has it weaker and asks for more may wait for those who wait for them.
    lock table webhook_deliveries in access exclusive mode;
    with several as (
      select tenant_id, endpoint_id, event_id from webhook_deliveries
      group by tenant_id, endpoint_id, event_id having count(*) > 1
    ), twice as (
      select tenant_id, id from (
        select d.tenant_id, d.id, row_number() over (
          partition by d.tenant_id, d.endpoint_id, d.event_id
          order by (d.state = 'delivered') desc, (d.due_at is not null) desc, d.attempts desc, d.id
        ) as place
        from webhook_deliveries d join several using (tenant_id, endpoint_id, event_id)
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
