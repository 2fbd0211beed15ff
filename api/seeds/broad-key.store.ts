import type { Knex } from 'knex'

const watchedDays = 40

/**
 * Lets a key have been there for longer than the demo's traffic, and its apps been read with it on each
 * of those days: what a key can do without is told after a month, and no sooner. Row-level security holds
 * for the owner, too, so it says for whom it speaks.
 */
export async function watchLonger(
  owner: Knex,
  { tenantId, keyId, until }: { tenantId: string; keyId: string; until: Date },
): Promise<void> {
  await owner.transaction(async (transaction) => {
    await transaction.raw("select app.enter(?, array['sandbox', 'production'])", [tenantId])
    const since = new Date(until.getTime() - watchedDays * 86_400_000)
    await transaction.raw(
      `with watched as (
         update api_keys set issued_at = ?, scopes_watched_since = ?, last_used_at = ?
         where tenant_id = ? and id = ? returning tenant_id, environment, app_id, id
       )
       insert into key_scope_uses
         (tenant_id, environment, app_id, key_id, scope, day, requests, last_at)
       select k.tenant_id, k.environment, k.app_id, k.id, 'apps:read', at.day::date, 24, at.day
       from watched k, generate_series(?::timestamptz, ?::timestamptz, interval '1 day') as at (day)
       on conflict do nothing`,
      [since, since, until, tenantId, keyId, since, until],
    )
  })
}
