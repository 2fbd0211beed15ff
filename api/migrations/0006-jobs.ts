import type { Knex } from 'knex'

/**
 * Jobs that a transaction has started, until the worker hands them to the queue. The app's login
 * only puts in, and never sees the queue; the worker's login only takes out.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table job_outbox (
      id uuid primary key,
      name text not null,
      tenant_id uuid,
      environment text check (environment in ('sandbox', 'production')),
      payload jsonb not null,
      start_at timestamptz,
      singleton text
    );
    alter table job_outbox enable row level security;
    alter table job_outbox force row level security;
    create policy started_here on job_outbox for insert to sonaqor_app with check (true);
    create policy handed_over on job_outbox to sonaqor_worker using (true);
    grant insert on job_outbox to sonaqor_app;
    -- Passing by what another worker has locked takes the right to update something of it.
    grant select, delete, update (id) on job_outbox to sonaqor_worker;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table job_outbox')
}
