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
  await db.raw(publicKeys)
}

/* Whoever verifies names an endpoint, and nobody's tenant: its public keys are known to everybody. */
const publicKeys = `
  create table directory.webhook_keys (
    tenant_id uuid not null,
    environment text not null,
    secret_id uuid not null,
    endpoint_id uuid not null,
    public_key bytea not null,
    since timestamptz not null,
    ends_at timestamptz,
    primary key (tenant_id, environment, secret_id),
    foreign key (tenant_id, environment, secret_id)
      references webhook_secrets (tenant_id, environment, id) on delete cascade
  );
  create index on directory.webhook_keys (endpoint_id);

  create function directory.follow_webhook_secret() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into directory.webhook_keys
      (tenant_id, environment, secret_id, endpoint_id, public_key, since, ends_at)
    values
      (new.tenant_id, new.environment, new.id, new.endpoint_id, new.public_key, new.since, new.ends_at)
    on conflict (tenant_id, environment, secret_id) do update set ends_at = excluded.ends_at;
    return null;
  end $$;
  create trigger follow_webhook_secret after insert or update of ends_at on webhook_secrets
    for each row when (new.public_key is not null)
    execute function directory.follow_webhook_secret();

  -- What verifies the signatures of an endpoint at a moment, the newest first; nothing of one that signs
  -- by a secret that both have.
  create function directory.webhook_public_keys(endpoint uuid, moment timestamptz)
  returns table (public_key bytea)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select k.public_key
    from directory.webhook_keys k
    where k.endpoint_id = endpoint and (k.ends_at is null or k.ends_at > moment)
    order by k.ends_at is not null, k.since desc
  $$;

  revoke execute on function
    directory.follow_webhook_secret(), directory.webhook_public_keys(uuid, timestamptz) from public;
  grant execute on function directory.webhook_public_keys(uuid, timestamptz) to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table directory.webhook_keys, webhook_secrets, webhook_endpoints;
    drop function directory.follow_webhook_secret, directory.webhook_public_keys;
  `)
}
