import type { Knex } from 'knex'

/** Whoever stands in a tenant starts jobs of that tenant; the house outside of all, those of any. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter policy started_here on job_outbox
      with check ((select app.tenant()) is null or tenant_id = (select app.tenant()))
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter policy started_here on job_outbox with check (true)')
}
