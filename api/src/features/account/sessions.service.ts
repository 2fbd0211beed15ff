/** Where somebody is signed in, and how they end what they do not know. */
import type { PersonalSession } from '@sonaqor/contract/sessions'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { endSessionOf, requireMember } from '../access/index.ts'
import { requireFactorAgain } from './second-factors.service.ts'
import * as store from './sessions.store.ts'

export async function listSessions(scope: Scope): Promise<{ data: PersonalSession[] }> {
  const { sessionId } = requireMember(scope.principal)
  const rows = await store.ownSessions(scope, sessionId)
  const newestFirst = rows.toSorted(
    (one, other) => lastUse(other).getTime() - lastUse(one).getTime(),
  )
  return {
    data: newestFirst.map((row) => ({
      id: row.id,
      tenant: { id: row.tenant_id, name: row.tenant_name },
      startedAt: row.started_at.toISOString(),
      lastUsedAt: lastUse(row).toISOString(),
      endsAt: row.ends_at.toISOString(),
      ip: row.ip,
      userAgent: row.user_agent,
      secondFactorAt: row.second_factor_at?.toISOString() ?? null,
      current: row.id === sessionId,
    })),
  }
}

export async function endOne(scope: Scope, id: string): Promise<void> {
  if (id !== requireMember(scope.principal).sessionId) await requireFactorAgain(scope)
  if (!(await endOwn(scope, id))) {
    throw new Problem('not-found', { detail: 'You have no open session with this id.' })
  }
}

/** All but the one that asks. Whoever stole a session must not put its owner out of all others. */
export async function endOthersOnPurpose(scope: Scope): Promise<number> {
  await requireFactorAgain(scope)
  const { sessionId } = requireMember(scope.principal)
  const others = (await store.ownSessions(scope, sessionId)).filter(({ id }) => id !== sessionId)
  for (const { id } of others) await endOwn(scope, id)
  return others.length
}

/**
 * Ends a session in the tenant that it is in, in a transaction of its own: the audit log and the
 * sockets of that tenant are told, and this one learns nothing of it.
 */
function endOwn(scope: Scope, id: string): Promise<boolean> {
  const { sessionId } = requireMember(scope.principal)
  return scope.keep(async (_, kept) => {
    const member = await store.enterOwnSession(kept, sessionId, id)
    return member !== undefined && (await endSessionOf(kept, member, id, 'ended'))
  })
}

const lastUse = (row: store.OwnSession): Date => row.last_used_at ?? row.started_at
