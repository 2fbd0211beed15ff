/** What the seed looks up and mends as the owner of the database. */
import type { Knex } from 'knex'

/** The demo's tenants by their names. */
export async function findDemoTenants(owner: Knex): Promise<ReadonlyMap<string, string>> {
  const rows = await owner<{ id: string; name: string; demo: boolean }>('tenants')
    .where({ demo: true })
    .select('id', 'name')
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Lets a portal that has moved to another port embed modules of all the tenant's apps again. */
export async function addOrigin(owner: Knex, tenantId: string, origin: string): Promise<void> {
  await owner.transaction(async (transaction) => {
    await transaction.raw("select app.enter(?, array['sandbox', 'production'])", [tenantId])
    await transaction('apps')
      .where({ tenant_id: tenantId })
      .whereRaw('not ? = any (origins)', [origin])
      .update({
        origins: transaction.raw('array_append(origins, ?)', [origin]),
        revision: transaction.raw('revision + 1'),
      })
  })
}
