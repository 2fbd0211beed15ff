import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** When a reader of logs was last audited for a filter, so that paging on does not fill the chain. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'log_reads', {
    environment: 'none',
    key: ['reader', 'filter_hash'],
    columns: `
      reader text not null,
      filter_hash bytea not null,
      audited_at timestamptz not null
    `,
    grants: ['select', 'insert', 'update'],
  })
  await db.raw(`
    create index on log_reads (audited_at);

    create policy purging on log_reads for all to current_user using (true);
    create function app.purge_log_reads(before timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      delete from log_reads where audited_at < before
    $$;
    revoke execute on function app.purge_log_reads(timestamptz) from public;
    grant execute on function app.purge_log_reads(timestamptz) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function app.purge_log_reads; drop table log_reads')
}
