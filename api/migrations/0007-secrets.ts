import type { Knex } from 'knex'

/** The secrets of the house, each wrapped by a key that is not in the database. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table house_secrets (
      name text primary key,
      wrapped bytea not null,
      created_at timestamptz not null default now()
    );
    grant select, insert on house_secrets to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table house_secrets')
}
