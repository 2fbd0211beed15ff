import type { Knex } from 'knex'

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** What is audited once for a while is any reading, not that of logs alone, and is called so. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`alter table log_reads rename to readings; ${purge('log_reads', 'readings')}`)
}

/** A function in SQL names its table in words, and does not follow it. */
function purge(from: string, to: string): string {
  return `
    drop function app.purge_${from}(timestamptz);
    create function app.purge_${to}(before timestamptz) returns void
    language sql ${definer} as $$
      delete from ${to} where audited_at < least(before, now() - interval '5 minutes')
    $$;
    revoke execute on function app.purge_${to}(timestamptz) from public;
    grant execute on function app.purge_${to}(timestamptz) to sonaqor_app;
  `
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`alter table readings rename to log_reads; ${purge('readings', 'log_reads')}`)
}
