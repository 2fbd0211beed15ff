import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Access reviews. A line says who and what was found at the start, in words of then: what was signed
 * must still be read when the member has left and the key has been purged.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'access_reviews', {
    environment: 'none',
    columns: `
      which text not null check (which in ('stale', 'all')),
      started_at timestamptz not null,
      started_by text not null,
      signed_at timestamptz,
      signed_by text,
      file_id uuid,
      file_bytes integer,
      file_sha256 text,
      foreign key (tenant_id) references tenants (id),
      check ((signed_at is null) = (file_id is null) and (signed_at is null) = (signed_by is null))
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await tenantTable(db, 'access_review_items', {
    environment: 'none',
    columns: `
      review_id uuid not null,
      kind text not null check (kind in ('member', 'key')),
      target_id uuid not null,
      name text not null,
      detail text not null,
      role text,
      key_environment text,
      made_by text,
      since timestamptz not null,
      last_used_at timestamptz,
      stale boolean not null,
      decision text check (decision in ('keep', 'remove')),
      decided_by text,
      decided_at timestamptz,
      foreign key (tenant_id, review_id) references access_reviews (tenant_id, id)
        on delete cascade,
      unique (tenant_id, review_id, target_id)
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table access_review_items, access_reviews')
}
