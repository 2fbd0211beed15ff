import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * The pieces of an exported file, each sealed and kept in the file store. One is written in the same
 * transaction as the place behind it, so that none is ever there twice, and none is missing.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'export_pieces', {
    environment: 'optional',
    key: ['job_id', 'piece'],
    columns: `
      job_id uuid not null,
      piece integer not null check (piece >= 0),
      file_id uuid not null,
      rows integer not null,
      bytes integer not null,
      sha256 bytea not null,
      key_version integer not null,
      foreign key (tenant_id, job_id) references jobs (tenant_id, id) on delete cascade,
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table export_pieces')
}
