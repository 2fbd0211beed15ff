import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** What members have not finished writing. It may say anything about anybody, so it is sealed. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'drafts', {
    environment: 'none',
    columns: `
      member_id uuid not null,
      kind text not null,
      key text not null,
      sealed bytea not null,
      revision integer not null,
      saved_at timestamptz not null,
      expires_at timestamptz not null,
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      unique (tenant_id, member_id, kind, key)
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index on drafts (tenant_id, member_id, saved_at desc, id);
    create index on drafts (tenant_id, expires_at);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table drafts')
}
