/** What the seed looks up and mends as the owner of the database. */
import type { Knex } from 'knex'
import { uuidv7 } from '../src/core/crypto/index.ts'

/** The demo's tenants by their names. */
export async function findDemoTenants(owner: Knex): Promise<ReadonlyMap<string, string>> {
  const rows = await owner<{ id: string; name: string; demo: boolean }>('tenants')
    .where({ demo: true })
    .select('id', 'name')
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/**
 * Makes somebody of another tenant a member here as well. They enter their own first, as long as they
 * have chosen no other.
 */
export async function addGuest(
  owner: Knex,
  tenantId: string,
  { email, role, homeId }: { email: string; role: string; homeId: string },
  at: Date,
): Promise<void> {
  await owner.transaction(async (transaction) => {
    await enter(transaction, tenantId)
    await transaction.raw(
      `insert into members (tenant_id, id, person_id, role, joined_at)
       select ?, ?, p.id, ?, ? from directory.people p where p.email = ?
       on conflict (tenant_id, person_id) do nothing`,
      [tenantId, uuidv7(at), role, at, email],
    )
    await transaction.raw(
      `update directory.memberships m set entered_at = ? from directory.people p
       where p.id = m.person_id and p.email = ? and m.tenant_id = ? and m.entered_at is null`,
      [at, email, homeId],
    )
  })
}

/** How many requests of each app are in the logs but for those about webhooks and of one key. One that never asked is missing. */
export function countAsked(
  owner: Knex,
  tenantId: string,
  without: string,
): Promise<ReadonlyMap<string, number>> {
  return owner.transaction(async (transaction) => {
    await enter(transaction, tenantId)
    const { rows } = await transaction.raw<{ rows: { app_id: string; asked: number }[] }>(
      `select app_id, count(*)::int as asked from log_entries
       where tenant_id = ? and path not like '/v1/webhooks%'
         and key_id not in (select id from api_keys where tenant_id = ? and label = ?)
       group by app_id`,
      [tenantId, tenantId, without],
    )
    return new Map(rows.map(({ app_id, asked }) => [app_id, asked]))
  })
}

/** Whether a tenant has a key of this label. */
export function hasKey(owner: Knex, tenantId: string, label: string): Promise<boolean> {
  return owner.transaction(async (transaction) => {
    await enter(transaction, tenantId)
    const keys = transaction<{ id: string; tenant_id: string; label: string }>('api_keys')
    return (await keys.where({ tenant_id: tenantId, label }).first()) !== undefined
  })
}

/** Whether an app's test inbox was ever opened. */
export function hasInbox(owner: Knex, tenantId: string, appId: string): Promise<boolean> {
  return owner.transaction(async (transaction) => {
    await enter(transaction, tenantId)
    const opened = await transaction<{ app_id: string; kind: string }>('webhook_endpoints')
      .where({ app_id: appId, kind: 'inbox' })
      .first()
    return opened !== undefined
  })
}

/** Row-level security holds for the owner too, so it says for whom it speaks. */
async function enter(transaction: Knex, tenantId: string): Promise<void> {
  await transaction.raw("select app.enter(?, array['sandbox', 'production'])", [tenantId])
}

/** Lets a portal that has moved to another port embed modules of all the tenant's apps again. */
export async function addOrigin(owner: Knex, tenantId: string, origin: string): Promise<void> {
  await owner.transaction(async (transaction) => {
    await enter(transaction, tenantId)
    await transaction('apps')
      .where({ tenant_id: tenantId })
      .whereRaw('not ? = any (origins)', [origin])
      .update({
        origins: transaction.raw('array_append(origins, ?)', [origin]),
        revision: transaction.raw('revision + 1'),
      })
  })
}

/** Takes somebody's authenticator app away, so that a new one can be set up. */
export async function dropTotp(owner: Knex, email: string): Promise<void> {
  await owner.raw(
    `delete from directory.totp_factors where person_id in
       (select id from directory.people where email = ?)`,
    [email],
  )
}
