import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** The end-customers of tenants. The partner's own id is unique within one environment. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'customers', {
    environment: 'required',
    columns: `
      external_id text not null,
      -- The app that sent the customer in first.
      app_id uuid not null,
      kind text not null check (kind in ('person', 'organisation')),
      name text,
      given_name text,
      family_name text,
      birth_date date,
      gender text check (gender in ('female', 'male', 'other')),
      nationality text,
      region text,
      email text,
      phone text,
      address jsonb,
      documents jsonb,
      attributes jsonb,
      registered_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      revision integer not null default 1,
      unique (tenant_id, environment, external_id),
      foreign key (tenant_id, environment, app_id) references apps (tenant_id, environment, id)
    `,
    grants: ['select', 'insert', 'update'],
  })
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table customers')
}
