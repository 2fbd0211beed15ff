import type { Knex } from 'knex'

/**
 * A tenant whose events a reader could not take waits by itself, at the event that went wrong, and
 * all others go on. It is of no tenant: the reader looks over all of them, and its rows hold ids alone.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table event_reader_delays (
      reader text not null references event_readers (name) on delete cascade,
      tenant_id uuid not null,
      position bigint not null,
      attempts integer not null check (attempts > 0),
      retry_at timestamptz not null,
      primary key (reader, tenant_id)
    );
    grant select, insert, update, delete on event_reader_delays to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table event_reader_delays')
}
