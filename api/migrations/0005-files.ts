import type { Knex } from 'knex'

/** Files in chunks. One without a tenant is the house's own, such as a release: anybody may read it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table files (
      id uuid primary key,
      tenant_id uuid,
      content_type text not null,
      bytes bigint not null,
      sha256 bytea not null,
      created_at timestamptz not null
    );
    create table file_chunks (
      file_id uuid not null references files (id) on delete cascade
        deferrable initially deferred,
      place integer not null,
      tenant_id uuid,
      bytes bytea not null,
      primary key (file_id, place)
    );
    -- The head is written last, when size and hash are known; hence the deferred reference.
    -- Most of what is kept is compressed already; trying again costs more than it saves.
    alter table file_chunks alter column bytes set storage external;
  `)
  for (const table of ['files', 'file_chunks']) {
    await db.raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy of_tenant on ${table}
        using (tenant_id is null or tenant_id = (select app.tenant()))
        with check (tenant_id is not distinct from (select app.tenant()));
      create policy not_of_others on ${table} as restrictive for delete
        using (tenant_id is not distinct from (select app.tenant()));
      grant select, insert, delete on ${table} to sonaqor_app;
    `)
  }
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table file_chunks, files')
}
