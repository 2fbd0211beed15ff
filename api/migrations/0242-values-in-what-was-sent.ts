import type { Knex } from 'knex'

/**
 * What stands at a place of a payload that code made. Such a payload may hold what JSON can say and the
 * database cannot keep, as half a character: there is nothing to be found in that one, and the others are
 * searched all the same.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function app.value_in(payload text, place text[]) returns text
    language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
    begin
      -- Of the character that no text of the database may hold, the rest of the payload is no worse.
      return replace(payload, '\\u0000', '\\ufffd')::jsonb #>> place;
    exception when data_exception or program_limit_exceeded then
      return null;
    end $$;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function app.value_in')
}
