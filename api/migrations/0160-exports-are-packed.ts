import type { Knex } from 'knex'

/**
 * What is exported takes a quarter of its room where it is packed before it is sealed, and a quarter of
 * the time to be put away and read again. What was put away before is read as it lies there.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table export_pieces
      add column packing text not null default 'none' check (packing in ('none', 'zstd'))
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table export_pieces drop column packing')
}
