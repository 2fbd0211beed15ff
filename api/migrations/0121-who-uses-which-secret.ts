import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * While two secrets of a key work: how often each was sent, and who sends the old one, by address, program
 * and operation. Counted from the requests themselves; the newest two hundred of a key are kept.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'key_secret_uses', {
    environment: 'required',
    key: ['app_id', 'key_id', 'secret_number'],
    columns: `
      app_id uuid not null,
      key_id uuid not null,
      secret_number integer not null,
      requests bigint not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      foreign key (tenant_id, environment, key_id)
        references api_keys (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'old_secret_users', {
    environment: 'required',
    key: ['app_id', 'key_id', 'secret_number', 'ip', 'method', 'route', 'user_agent'],
    columns: `
      app_id uuid not null,
      key_id uuid not null,
      secret_number integer not null,
      ip text not null,
      method text not null,
      -- As the contract writes it, without what stands in for its parameters; empty where it leads nowhere.
      route text not null,
      user_agent text not null check (length(user_agent) <= 200),
      requests bigint not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      foreign key (tenant_id, environment, key_id)
        references api_keys (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table key_secret_uses set (fillfactor = 70);
    alter table old_secret_users set (fillfactor = 70);
    create index on key_secret_uses (tenant_id, last_at);
    create index on old_secret_users (tenant_id, last_at);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table old_secret_users, key_secret_uses')
}
