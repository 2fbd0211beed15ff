import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** What requests leave behind for the next ones: answers that may be asked for again, and quotas. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'idempotent_answers', {
    environment: 'none',
    key: ['owner', 'key_hash'],
    columns: `
      owner text not null,
      key_hash bytea not null,
      fingerprint bytea not null,
      sealed_answer bytea not null,
      at timestamptz not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index idempotent_answers_at on idempotent_answers (at);

    create function app.purge_idempotent_answers(before timestamptz) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      with gone as (delete from idempotent_answers where at < before returning 1)
      select count(*) from gone
    $$;
    create policy purging on idempotent_answers for all to current_user using (true);
    revoke execute on function app.purge_idempotent_answers(timestamptz) from public;
    grant execute on function app.purge_idempotent_answers(timestamptz) to sonaqor_app;

    -- Unlogged: after a crash of the server the counters of the running windows begin anew, which
    -- costs nobody anything, while each request would pay for their log.
    create unlogged table quota_windows (
      policy text not null,
      subject text not null,
      window_start bigint not null,
      taken integer not null,
      expires_at timestamptz not null,
      primary key (policy, subject, window_start)
    );
    create index quota_windows_expiry on quota_windows (expires_at);
    grant select, insert, update, delete on quota_windows to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table quota_windows;
    drop function app.purge_idempotent_answers(timestamptz);
    drop table idempotent_answers;
  `)
}
