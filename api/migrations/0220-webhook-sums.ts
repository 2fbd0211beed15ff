import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * The counts of deliveries by hours and by days, beside those that they are drawn from: over ninety days there
 * are some thousand of them to add up, and not some hundred thousand. What is not summed up yet is read from
 * the counts themselves.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'webhook_sums', {
    environment: 'required',
    key: ['span', 'endpoint_id', 'at'],
    columns: `
      span text not null check (span in ('hour', 'day')),
      endpoint_id uuid not null,
      app_id uuid not null,
      at timestamptz not null,
      attempts integer not null,
      succeeded integer not null,
      delivered integer not null,
      failed integer not null,
      skipped integer not null,
      latencies integer[] not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'webhook_summed', {
    environment: 'none',
    key: [],
    columns: 'up_to timestamptz not null',
    grants: ['select', 'insert', 'update'],
  })
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table webhook_summed, webhook_sums')
}
