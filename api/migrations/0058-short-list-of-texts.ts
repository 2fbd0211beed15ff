import type { Knex } from 'knex'

/**
 * New texts wait in a list before they go into the index, and whoever fills the list empties it while
 * the tenant's chain waits. A short one is emptied often, and in a moment.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter index audit_entries_text set (gin_pending_list_limit = 256)')
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter index audit_entries_text reset (gin_pending_list_limit)')
}
