import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** Filters of the logs that members have saved under a name, for themselves or for all of the tenant. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'log_views', {
    environment: 'none',
    columns: `
      member_id uuid not null,
      made_by_name text not null,
      name text not null,
      filter jsonb not null,
      is_shared boolean not null,
      saved_at timestamptz not null,
      revision integer not null,
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create unique index log_views_name on log_views (tenant_id, member_id, lower(name));
    create index on log_views (tenant_id, name, id);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table log_views')
}
