import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What the chain of a tenant was like at a moment, signed, and which of that has arrived outside. The
 * app adds to both and changes neither, like the chain itself.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'audit_checkpoints', {
    environment: 'none',
    key: ['sequence'],
    columns: `
      sequence bigint not null,
      head text not null,
      at timestamptz not null,
      key_id text not null,
      signed text not null
    `,
    grants: ['select', 'insert'],
  })
  await tenantTable(db, 'audit_checkpoint_receipts', {
    environment: 'none',
    key: ['sequence'],
    columns: `
      sequence bigint not null,
      sent_at timestamptz not null,
      foreign key (tenant_id, sequence) references audit_checkpoints (tenant_id, sequence)
    `,
    grants: ['select', 'insert'],
  })
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table audit_checkpoint_receipts; drop table audit_checkpoints')
}
