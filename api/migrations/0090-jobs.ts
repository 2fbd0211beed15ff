import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Background work that people see. The queue's own tables say what a worker takes next; this one says
 * what was asked for, how far it is, and where it goes on.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'jobs', {
    environment: 'optional',
    columns: `
      app_id uuid,
      kind text not null,
      -- What whoever did not start it has to hold to see it.
      scope text not null,
      about jsonb not null,
      made_by_kind text not null,
      made_by text not null,
      made_by_name text not null,
      request_id text not null,
      params jsonb not null,
      unit text not null,
      state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
      -- Changes hands with every turn at the work; whoever holds an older one has been overtaken.
      turn uuid not null,
      steps bigint not null default 0,
      place jsonb,
      stage text,
      done bigint not null default 0 check (done >= 0),
      total bigint check (total >= 0),
      stage_from bigint not null default 0,
      stage_since timestamptz,
      faults integer not null default 0,
      failure jsonb,
      result jsonb,
      file jsonb,
      at timestamptz not null,
      started_at timestamptz,
      moved_at timestamptz not null,
      finished_at timestamptz,
      foreign key (tenant_id) references tenants (id),
      check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
      check ((state = 'failed') = (failure is not null))
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index jobs_of_maker on jobs (tenant_id, made_by, id desc);
    create index jobs_unfinished on jobs (tenant_id, kind) where finished_at is null;
    create index jobs_finished on jobs (tenant_id, finished_at) where finished_at is not null;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table jobs')
}
