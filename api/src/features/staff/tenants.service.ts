/** What Sonaqor does to a tenant: suspend it, let it work again, put it on a plan. Each leaves word in it. */
import type { Plan, StaffTenant } from '@sonaqor/contract/staff'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { notify } from '../notifications/index.ts'
import { inTenant, requireStaff } from './staff-principal.ts'
import { noteAct } from './staff-sessions.store.ts'
import * as store from './tenants.store.ts'

export function listTenants(scope: Scope, query: Parameters<typeof store.listTenants>[2]) {
  return store.listTenants(scope, requireStaff(scope.principal).session.id, query)
}

/** Nobody of it is let in from the next request on, and what listens is sent away. */
export async function suspendTenant(
  scope: Scope,
  id: string,
  reason: string,
  seen: Seen,
): Promise<StaffTenant> {
  const staff = requireStaff(scope.principal)
  const { revision } = await requireTenant(scope, staff.session.id, id)
  requireRevision(seen, revision)
  if (!(await store.suspend(scope, staff.session.id, id, reason))) {
    throw new Problem('conflict', { detail: 'This tenant is suspended already.' })
  }
  await noteAct(scope, staff.session.id, {
    action: 'tenants.suspended',
    target: id,
    detail: { reason },
  })
  await scope.enter(inTenant(staff, id))
  scope.audit({ action: 'tenants.suspended', target: id, after: { reason } })
  await notify(scope, {
    kind: 'tenants.suspended',
    params: { at: scope.now().toISOString(), reason },
  })
  await scope.closeSockets(id)
  return requireTenant(scope, staff.session.id, id)
}

export async function resumeTenant(
  scope: Scope,
  id: string,
  reason: string,
  seen: Seen,
): Promise<StaffTenant> {
  const staff = requireStaff(scope.principal)
  const { revision } = await requireTenant(scope, staff.session.id, id)
  requireRevision(seen, revision)
  if (!(await store.suspend(scope, staff.session.id, id, null))) {
    throw new Problem('conflict', { detail: 'This tenant is not suspended.' })
  }
  await noteAct(scope, staff.session.id, {
    action: 'tenants.resumed',
    target: id,
    detail: { reason },
  })
  await scope.enter(inTenant(staff, id))
  scope.audit({ action: 'tenants.resumed', target: id, after: { reason } })
  return requireTenant(scope, staff.session.id, id)
}

export async function changePlan(
  scope: Scope,
  id: string,
  plan: Plan,
  seen: Seen,
): Promise<StaffTenant> {
  const staff = requireStaff(scope.principal)
  const before = await requireTenant(scope, staff.session.id, id)
  requireRevision(seen, before.revision)
  if (before.plan === plan) return before
  if (!(await store.putPlan(scope, staff.session.id, { id, plan, seen: before.revision }))) {
    throw new Problem('conflict', { detail: 'Somebody changed this tenant at the same moment.' })
  }
  const change = { before: { plan: before.plan }, after: { plan } }
  await noteAct(scope, staff.session.id, {
    action: 'tenants.plan-changed',
    target: id,
    detail: change,
  })
  await scope.enter(inTenant(staff, id))
  scope.audit({ action: 'tenants.plan-changed', target: id, ...change })
  return { ...before, plan, revision: before.revision + 1 }
}

export async function requireTenant(
  scope: Scope,
  session: string,
  id: string,
): Promise<StaffTenant> {
  const found = await store.findTenant(scope, session, id)
  if (!found) throw new Problem('not-found', { detail: 'There is no tenant with this id.' })
  return found
}
