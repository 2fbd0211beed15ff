/** What changes a tenant is done one after another. */
import type { Scope } from '../../../core/scope/index.ts'

/**
 * One at a time changes who is in a tenant and how it is signed in to, until this transaction ends: so two
 * owners cannot each find the other one there and go, and nobody acts by a right that was taken from them
 * meanwhile. What merely names the tenant, as each new row of it does, waits for nothing.
 */
export async function lockTenant(scope: Scope): Promise<void> {
  await scope.db('tenants').where({ id: scope.tenantId }).forNoKeyUpdate().first('id')
}
