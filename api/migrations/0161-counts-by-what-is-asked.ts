import type { Knex } from 'knex'

/**
 * What no line of a tenant has, or few have, is looked up among what was counted, and not found out by
 * reading all of it. Hardly a line costs more for it: most are added to a count that is there already.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index on log_counts (tenant_id, method, status_group, moment);
    create index on log_counts (tenant_id, status, moment);
    create index on log_counts (tenant_id, key_id, moment);
    create index on log_counts (tenant_id, app_id, moment);
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index log_counts_tenant_id_method_status_group_moment_idx,
      log_counts_tenant_id_status_moment_idx, log_counts_tenant_id_key_id_moment_idx,
      log_counts_tenant_id_app_id_moment_idx
  `)
}
