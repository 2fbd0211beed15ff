import type { Knex } from 'knex'

/**
 * When a key ends is changed while it is in use. What is due by its end, which is to tell of it and to
 * remind of it before, goes along with the newest of its secrets.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function directory.move_expiry(key uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update directory.api_keys d
      set expiry_due_at = k.expires_at, reminder_due_at = app.next_reminder(k.expires_at, at)
      from api_keys k
      where k.tenant_id = app.tenant() and k.id = key and d.tenant_id = k.tenant_id
        and d.environment = k.environment and d.environment = any (app.environments())
        and d.key_id = k.id and d.secret_number = k.secret_number;
    end $$;
    revoke execute on function directory.move_expiry(uuid, timestamptz) from public;
    grant execute on function directory.move_expiry(uuid, timestamptz) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function directory.move_expiry(uuid, timestamptz)')
}
