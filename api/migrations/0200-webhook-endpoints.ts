import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** Where events are delivered to. The secrets that sign, and the values of further headers, are sealed. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'webhook_endpoints', {
    environment: 'required',
    columns: `
      app_id uuid not null,
      url text not null,
      label text,
      event_types text[] not null,
      -- What its maker could read: it gets no event of another scope, of whichever type.
      scopes text[] not null,
      reach text not null check (reach in ('app', 'environment')),
      filter jsonb not null,
      header_names text[] not null,
      headers bytea,
      max_per_second integer check (max_per_second > 0),
      is_ordered boolean not null,
      transformation text,
      signing text not null check (signing in ('hmac', 'ed25519')),
      state text not null check (state in ('active', 'paused', 'disabled')),
      because text check (because in ('paused', 'failing', 'gone')),
      since timestamptz not null,
      failing_since timestamptz,
      created_at timestamptz not null,
      revision integer not null default 1,
      deleted_at timestamptz,
      foreign key (tenant_id, environment, app_id) references apps (tenant_id, environment, id),
      check ((state = 'active') = (because is null))
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'webhook_secrets', {
    environment: 'required',
    columns: `
      endpoint_id uuid not null,
      kind text not null check (kind in ('hmac', 'ed25519')),
      secret bytea not null,
      public_key bytea,
      since timestamptz not null,
      ends_at timestamptz,
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade,
      check ((kind = 'ed25519') = (public_key is not null))
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index webhook_endpoints_of_app on webhook_endpoints (tenant_id, app_id, id);
    create index webhook_endpoints_deleted on webhook_endpoints (tenant_id, deleted_at)
      where deleted_at is not null;
    create unique index webhook_secrets_newest on webhook_secrets (tenant_id, endpoint_id)
      where ends_at is null;
    create index webhook_secrets_of_endpoint on webhook_secrets (tenant_id, endpoint_id, since);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table webhook_secrets, webhook_endpoints')
}
