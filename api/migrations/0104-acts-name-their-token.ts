import type { Knex } from 'knex'

/** What a module team did names the token that did it, and not only in the words that people read. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table release_acts add column token_id uuid;
    update release_acts set token_id = substring(done_by from '\\(([0-9a-f-]{36})\\)$')::uuid
    where done_by like 'Team %';
    create index on release_acts (token_id, done_at desc) where token_id is not null;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table release_acts drop column token_id')
}
