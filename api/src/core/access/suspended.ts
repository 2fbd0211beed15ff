import { Problem } from '../problems/index.ts'
import type { Scope } from '../scope/index.ts'
import type { Principal } from './principal.ts'

interface TenantRow {
  readonly id: string
  readonly suspended_because: string | null
}

/**
 * Refuses whoever belongs to a tenant that Sonaqor has suspended, and says why. It is read in the
 * request's own transaction, so it holds from the next request on; the house itself and its staff go on.
 */
export async function requireOpenTenant(
  scope: Scope,
  { kind, tenantId }: Pick<Principal, 'kind' | 'tenantId'> = scope.principal,
): Promise<void> {
  if (tenantId === null || kind === 'staff' || kind === 'system') return
  const tenant = await scope
    .db<TenantRow>('tenants')
    .where({ id: tenantId })
    .first('suspended_because')
  if (!tenant || tenant.suspended_because === null) return
  throw new Problem('tenant-suspended', {
    detail: `Sonaqor has suspended this tenant: ${tenant.suspended_because}`,
  })
}
