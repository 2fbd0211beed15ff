import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * One delivery is one event for one endpoint. Each endpoint has a lane: whichever worker has leased it
 * makes the attempts of that endpoint, alone, until it gives the lane back or is missed.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'webhook_deliveries', {
    environment: 'required',
    columns: `
      endpoint_id uuid not null,
      app_id uuid not null,
      event_id uuid not null,
      event_type text not null,
      request_id uuid,
      is_test boolean not null default false,
      state text not null check
        (state in ('waiting', 'retrying', 'delivered', 'failed', 'skipped', 'cancelled')),
      -- How many attempts were made in all, and how many since it was last begun anew.
      attempts integer not null default 0,
      step integer not null default 0,
      cause text not null default 'schedule' check (cause in ('schedule', 'retry', 'replay', 'test')),
      -- Of a transformation or a test; otherwise the payload is made of its event.
      payload text,
      last_status integer,
      last_fault text,
      last_latency_ms real,
      -- Of its event, among those of all tenants: an ordered endpoint gets them in this order.
      position bigint not null default 0,
      happened_at timestamptz not null,
      created_at timestamptz not null,
      due_at timestamptz,
      settled_at timestamptz,
      replay_id uuid,
      check ((due_at is not null) = (state in ('waiting', 'retrying'))),
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'webhook_attempts', {
    environment: 'required',
    key: ['delivery_id', 'number'],
    columns: `
      delivery_id uuid not null,
      number integer not null,
      endpoint_id uuid not null,
      at timestamptz not null,
      cause text not null,
      status integer,
      fault text,
      detail text,
      latency_ms real not null,
      dns_ms real,
      connect_ms real,
      tls_ms real,
      first_byte_ms real,
      address text,
      url text not null,
      request_headers jsonb not null,
      response_headers jsonb,
      response_body text,
      response_bytes integer,
      response_cut boolean
    `,
    grants: ['select', 'insert', 'delete'],
  })
  await tenantTable(db, 'webhook_lanes', {
    environment: 'required',
    key: ['endpoint_id'],
    columns: `
      endpoint_id uuid not null,
      due_at timestamptz,
      -- Nothing is sent sooner: it asked for that, or fails with one event after another.
      not_before timestamptz,
      -- How many pauses it has made in a row; 0 for one that gets all that is due.
      pauses integer not null default 0,
      leased_by uuid,
      -- By the clock of the database, which is the same for every worker.
      leased_until timestamptz,
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'webhook_counts', {
    environment: 'required',
    key: ['endpoint_id', 'minute'],
    columns: `
      endpoint_id uuid not null,
      app_id uuid not null,
      minute timestamptz not null,
      attempts integer not null,
      succeeded integer not null,
      delivered integer not null,
      failed integer not null,
      skipped integer not null,
      -- How many answers took up to 2^(n/2) milliseconds, for n from 0 to 31.
      latencies integer[] not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, due_at, id)
      where due_at is not null;
    create index webhook_deliveries_of_endpoint on webhook_deliveries (tenant_id, endpoint_id, id);
    create index webhook_deliveries_of_event on webhook_deliveries (tenant_id, event_id);
    create index webhook_deliveries_of_app on webhook_deliveries (tenant_id, app_id, id);
    create index webhook_deliveries_of_request on webhook_deliveries (tenant_id, request_id)
      where request_id is not null;
    create index webhook_deliveries_in_order
      on webhook_deliveries (tenant_id, endpoint_id, position, id) where due_at is not null;
    create index webhook_lanes_due on webhook_lanes (due_at)
      where due_at is not null and leased_by is null;
    create index webhook_lanes_leased on webhook_lanes (leased_by) where leased_by is not null;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table webhook_counts, webhook_lanes, webhook_attempts, webhook_deliveries')
}
