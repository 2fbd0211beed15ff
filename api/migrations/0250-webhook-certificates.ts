import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What an endpoint is shown where its receiver asks who calls: one certificate, with its private key sealed.
 * Each that is set is a row of its own, so that what was made with the one before is told from it by the id.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'webhook_certificates', {
    environment: 'required',
    columns: `
      endpoint_id uuid not null,
      -- PEM, with those that lead to its CA.
      certificate text not null,
      private_key bytea not null,
      subject text not null,
      issuer text not null,
      serial_number text not null,
      fingerprint text not null,
      key text not null,
      certificates integer not null,
      valid_from timestamptz not null,
      valid_until timestamptz not null,
      since timestamptz not null,
      -- When somebody is told next that it ends, or that it has ended.
      tell_at timestamptz,
      unique (tenant_id, endpoint_id),
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create index webhook_certificates_told on webhook_certificates (tenant_id, tell_at)
      where tell_at is not null
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table webhook_certificates')
}
