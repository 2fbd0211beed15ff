import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * When somebody is to be reminded next of a key that will expire, beside when it does; and the networks that
 * a key was used from, so that a new one is told. The five hundred that were seen last are kept of each key.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'key_networks', {
    environment: 'required',
    key: ['app_id', 'key_id', 'network'],
    columns: `
      app_id uuid not null,
      key_id uuid not null,
      network text not null,
      -- The address within it that was seen last.
      ip text not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      foreign key (tenant_id, environment, key_id)
        references api_keys (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table key_networks set (fillfactor = 70);
    create index on key_networks (tenant_id, last_at);

    alter table directory.api_keys add column reminder_due_at timestamptz;
    create index on directory.api_keys (reminder_due_at) where reminder_due_at is not null;

    -- Thirty, fourteen and seven days before the end, and one: the next of them.
    create function app.next_reminder(expires_at timestamptz, after timestamptz) returns timestamptz
    language sql immutable set search_path = pg_catalog as $$
      select min(at) from unnest(array[30, 14, 7, 1]) days,
        lateral (select expires_at - days * interval '24 hours') reminder (at)
      where at > after
    $$;
    revoke execute on function app.next_reminder(timestamptz, timestamptz) from public;
    update directory.api_keys set reminder_due_at = app.next_reminder(expiry_due_at, now())
    where expiry_due_at is not null;

    -- Which keys have somebody to be reminded of them.
    create function directory.due_reminders(at timestamptz, bound integer)
    returns table (tenant_id uuid, environment text, key_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select d.tenant_id, d.environment, d.key_id
      from directory.api_keys d
      where d.reminder_due_at <= at
      order by d.reminder_due_at
      limit bound
    $$;

    -- True for the one transaction that may remind of it now. Of several that came due meanwhile one is left.
    create function directory.settle_reminder(key uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update directory.api_keys d set reminder_due_at = app.next_reminder(d.expiry_due_at, at)
      where d.tenant_id = app.tenant() and d.environment = any (app.environments())
        and d.key_id = key and d.reminder_due_at <= at;
      return found;
    end $$;
    revoke execute on function
      directory.due_reminders(timestamptz, integer), directory.settle_reminder(uuid, timestamptz)
    from public;
    grant execute on function
      directory.due_reminders(timestamptz, integer), directory.settle_reminder(uuid, timestamptz)
    to sonaqor_app;
  `)
  await db.raw(registering(', reminder_due_at', ', app.next_reminder(k.expires_at, k.issued_at)'))
  await db.raw(
    rotating({
      clear: ', reminder_due_at = null',
      column: ', reminder_due_at',
      value: ', app.next_reminder(k.expires_at, k.rotated_at)',
    }),
  )
}

/* As in 0020. */
const registering = (column: string, value: string) => `
  create or replace function directory.register_key(given bytea, key uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into directory.api_keys (hash, tenant_id, environment, key_id, expiry_due_at${column})
    select given, k.tenant_id, k.environment, k.id, k.expires_at${value}
    from api_keys k
    where k.tenant_id = app.tenant() and k.id = key
  $$;
`

interface Reminding {
  readonly clear: string
  readonly column: string
  readonly value: string
}

/* As in 0120. */
const rotating = ({ clear, column, value }: Reminding) => `
  create or replace function directory.register_rotation(given bytea, key uuid, began_with text)
  returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update directory.api_keys d
    set expiry_due_at = null, overlap_due_at = null, prefix = coalesce(d.prefix, began_with)${clear}
    where d.tenant_id = app.tenant() and d.environment = any (app.environments()) and d.key_id = key;
    insert into directory.api_keys
      (hash, tenant_id, environment, key_id, secret_number, expiry_due_at, overlap_due_at${column})
    select given, k.tenant_id, k.environment, k.id, k.secret_number, k.expires_at,
           case when k.old_ends_at > k.rotated_at then k.old_ends_at end${value}
    from api_keys k
    where k.tenant_id = app.tenant() and k.id = key;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(registering('', ''))
  await db.raw(rotating({ clear: '', column: '', value: '' }))
  await db.raw(`
    drop function directory.settle_reminder, directory.due_reminders, app.next_reminder;
    alter table directory.api_keys drop column reminder_due_at;
    drop table key_networks;
  `)
}
