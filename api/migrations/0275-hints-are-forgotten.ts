import type { Knex } from 'knex'

/**
 * What only tells open screens to look again was kept as long as what webhooks bring: one for each busy
 * endpoint a second. Those that come most often have an index, so that they are found among all others; of
 * the others, the app's login can remove none.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create policy hints_alone on events as restrictive for delete to sonaqor_app using (${isHint});
    grant delete on events to sonaqor_app;
    create index events_hints on events (tenant_id, id) where ${isHint};
  `)
}

const isHint =
  "type in ('webhooks.attempted', 'webhooks.received', 'webhooks.inbox-changed', 'jobs.changed')"

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index events_hints;
    revoke delete on events from sonaqor_app;
    drop policy hints_alone on events;
  `)
}
