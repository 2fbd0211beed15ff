import type { Knex } from 'knex'

/** What tells of the end of one overlap may come late, and leaves the end of the next one due. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- True for the one transaction that may tell of an end that has come.
    create function directory.settle_due_overlap(key uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update directory.api_keys d set overlap_due_at = null
      where d.tenant_id = app.tenant() and d.environment = any (app.environments())
        and d.key_id = key and d.overlap_due_at <= at;
      return found;
    end $$;
    revoke execute on function directory.settle_due_overlap(uuid, timestamptz) from public;
    grant execute on function directory.settle_due_overlap(uuid, timestamptz) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function directory.settle_due_overlap(uuid, timestamptz)')
}
