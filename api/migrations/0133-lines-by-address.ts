import type { Knex } from 'knex'

/** Whoever asks for an address is not made to wait for all lines of all others to be looked at. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index on log_entries (tenant_id, ip, id);

    create function app.first_id_at(moment timestamptz) returns uuid
    language sql immutable strict parallel safe set search_path = pg_catalog as $$
      select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0')
        || '00000000000000000000')::uuid
    $$;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.first_id_at;
    drop index log_entries_tenant_id_ip_id_idx;
  `)
}
