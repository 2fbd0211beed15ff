import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/** Projects belong to no environment; each app of a project belongs to one. */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'projects', {
    environment: 'none',
    columns: `
      name text not null check (length(name) between 1 and 80),
      description text,
      created_at timestamptz not null,
      revision integer not null default 1,
      foreign key (tenant_id) references tenants (id)
    `,
    grants: ['select', 'insert', 'update'],
  })
  await tenantTable(db, 'apps', {
    environment: 'required',
    columns: `
      project_id uuid not null,
      name text not null check (length(name) between 1 and 80),
      origins text[] not null,
      embed_id uuid not null unique,
      created_at timestamptz not null,
      revision integer not null default 1,
      foreign key (tenant_id, project_id) references projects (tenant_id, id)
    `,
    grants: ['select', 'insert', 'update'],
  })
  await db.raw(`
    create unique index projects_name on projects (tenant_id, lower(name));
    create unique index apps_name on apps (tenant_id, project_id, environment, lower(name));
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table apps, projects')
}
