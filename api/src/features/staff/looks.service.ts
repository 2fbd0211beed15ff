/** How staff ask a tenant for a look, and look while it lets them. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Look, staff } from '@sonaqor/contract/staff'
import type { SupportAccess } from '@sonaqor/contract/support-access'
import { auditReading } from '../../core/audit/index.ts'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { notify } from '../notifications/index.ts'
import * as store from './looks.store.ts'
import { inTenant, lookPrincipal, requireStaff } from './staff-principal.ts'
import { noteAct } from './staff-sessions.store.ts'
import { issueLookToken } from './staff-token.ts'
import { asked, requireAccessOf, show, tell } from './support-access.service.ts'
import { requireTenant } from './tenants.service.ts'

export async function listLooks(scope: Scope): Promise<{ data: store.StaffLook[] }> {
  const { id } = requireStaff(scope.principal).session
  return { data: await store.listLooks(scope, id) }
}

export async function requestLook(
  scope: Scope,
  { tenantId, ...look }: InputOf<typeof staff.requestLook>['body'],
): Promise<SupportAccess> {
  const staffMember = requireStaff(scope.principal)
  const { id: staffId, name, session } = staffMember
  await requireTenant(scope, session.id, tenantId)
  const id = scope.newId()
  await noteAct(scope, session.id, {
    action: 'looks.requested',
    target: tenantId,
    detail: { supportAccessId: id, reason: look.reason },
  })
  await scope.enter(inTenant(staffMember, tenantId))
  await store.insertAccess(scope, {
    ...asked(look),
    id,
    staff_id: staffId,
    staff_name: name,
    state: 'requested',
    asked_at: scope.now(),
    asked_by: name,
    decided_at: null,
    decided_by: null,
    decided_by_person: null,
    until: null,
  })
  const { reason, minutes, scopes, environments, ticket } = look
  await tell(scope, 'requested', id, {
    by: name,
    reason,
    more: { minutes, scopes, environments, ...(ticket ? { ticket } : {}) },
  })
  await notify(scope, {
    kind: 'supportAccess.requested',
    params: { by: name, reason, minutes },
    link: '/support-access',
  })
  return show(scope, id)
}

/** Nothing without consent: where the tenant does not allow it at this moment, nobody comes in. */
export async function enterLook(scope: Scope, id: string): Promise<Look> {
  const { session } = requireStaff(scope.principal)
  const place = await requirePlace(scope, session.id, id)
  const { tenant_id: tenantId, tenant_name: name } = place
  const named = { tenantId, look: id, session: session.id }
  const open = await store.openLook(scope, named)
  if (!open) {
    throw new Problem('forbidden', { detail: 'The tenant does not let you look at this moment.' })
  }
  await noteAct(scope, session.id, { action: 'looks.entered', target: tenantId })
  const principal = lookPrincipal(tenantId, open)
  await scope.enter(principal)
  const facts = { supportAccessId: id, reason: open.reason }
  await auditReading(scope, 'supportAccess.entered', facts, id)
  return {
    ...(await issueLookToken(scope, session.id, tenantId, open)),
    access: await show(scope, id),
    tenant: { id: tenantId, name },
    scopes: [...principal.scopes],
    environments: [...principal.environments],
  }
}

/** A request is withdrawn, a look ended; whoever did not ask ends nothing. */
export async function endLook(scope: Scope, id: string, seen: Seen): Promise<SupportAccess> {
  const staffMember = requireStaff(scope.principal)
  const { name, session } = staffMember
  const { tenant_id: tenantId } = await requirePlace(scope, session.id, id)
  await noteAct(scope, session.id, { action: 'looks.ended', target: tenantId })
  await scope.enter(inTenant(staffMember, tenantId))
  const { reason, revision } = await requireAccessOf(scope, id)
  requireRevision(seen, revision)
  if (await store.end(scope, id, name)) {
    await tell(scope, 'ended', id, { by: name, reason })
  } else if (await store.decide(scope, id, { state: 'withdrawn', decided_by: name })) {
    await tell(scope, 'withdrawn', id, { by: name, reason })
  } else {
    throw new Problem('conflict', { detail: 'This look is over, or was never allowed.' })
  }
  return show(scope, id)
}

async function requirePlace(scope: Scope, session: string, id: string): Promise<store.Place> {
  const place = await store.placeOf(scope, session, id)
  if (!place) throw new Problem('not-found', { detail: 'You asked for no such look.' })
  return place
}
