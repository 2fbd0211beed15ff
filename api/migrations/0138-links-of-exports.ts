import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** Links to the files of exports: each is followed once, in the name of whoever has asked for it. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'export_links', {
    environment: 'none',
    columns: `
      job_id uuid not null,
      made_by jsonb not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      foreign key (tenant_id, job_id) references jobs (tenant_id, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw('create index on export_links (tenant_id, expires_at)')
  await db.raw('create index on export_links (tenant_id, job_id)')
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table export_links')
}
