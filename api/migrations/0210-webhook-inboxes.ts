import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * The test inbox of an app is an endpoint that calls nobody: what it is sent is kept beside it. A message is
 * one attempt, so that one that is made again after a crash is not kept twice.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table webhook_endpoints
      add column kind text not null default 'http' check (kind in ('http', 'inbox')),
      add constraint webhook_inboxes_of_the_sandbox check (kind = 'http' or environment = 'sandbox');
    create unique index webhook_endpoints_inbox on webhook_endpoints (tenant_id, app_id)
      where kind = 'inbox' and deleted_at is null;
  `)
  await tenantTable(db, 'webhook_inboxes', {
    environment: 'required',
    key: ['endpoint_id'],
    columns: `
      endpoint_id uuid not null,
      answers integer not null,
      -- The number of the newest message. Whoever gives the next one holds the row until it is there to be
      -- read, so that nobody who has read on to a number finds a smaller one later.
      newest bigint not null default 0,
      opened_at timestamptz not null,
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'webhook_messages', {
    environment: 'required',
    columns: `
      endpoint_id uuid not null,
      number bigint not null,
      delivery_id uuid not null,
      attempt integer not null,
      event_id uuid not null,
      event_type text not null,
      is_test boolean not null,
      received_at timestamptz not null,
      answered integer not null,
      is_valid boolean not null,
      -- In the order in which they were sent.
      headers json not null,
      body text not null,
      -- How it did where it was passed on to, the last time.
      forwarded_at timestamptz,
      forwarded_to text,
      forward_status integer,
      forward_fault text check (forward_fault in ('refused', 'timeout', 'broken')),
      forward_latency_ms double precision,
      unique (tenant_id, endpoint_id, number),
      unique (tenant_id, delivery_id, attempt),
      check ((forwarded_at is null) = (forwarded_to is null)),
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table webhook_messages, webhook_inboxes;
    drop index webhook_endpoints_inbox;
    alter table webhook_endpoints
      drop constraint webhook_inboxes_of_the_sandbox,
      drop column kind;
  `)
}
