/** How a page that renews its token stays one visit; and that it ends with what it had before. */
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { readFormer } from './embed-token.ts'
import { endSessions, type SessionPlace } from './embeds.store.ts'
import { goOnIn, lockVisitOf, mayFollow } from './visits.store.ts'

/** A page that comes back later than this after its token ran out begins a visit of its own. */
const continuedMs = 10 * 60_000

interface Entered {
  readonly place: SessionPlace
  readonly origin: string
}

/**
 * Goes on in the visit of the token that the page had before. One that is no token of this page is as
 * good as none, and nobody learns why. What was revoked does not go on: a person has to ask anew.
 */
export async function goOnFrom(scope: Scope, replaces: string, entered: Entered): Promise<void> {
  const { place, origin } = entered
  const { sessionId: id, tenantId, environment } = place
  const token = await readFormer(scope, replaces)
  if (token?.tenantId !== tenantId || token.environment !== environment || token.origin !== origin)
    return
  const { sessionId: former, expiresAt } = token
  if (!(await mayFollow(scope, { id, former, origin }))) return
  const visit = await lockVisitOf(scope, former)
  if (visit.some(({ revoked_at }) => revoked_at)) await refuseRevoked(scope, id)
  const isLate = scope.now().getTime() - expiresAt.getTime() > continuedMs
  if (isLate || visit.some(({ ended_at }) => ended_at)) return
  await goOnIn(scope, visit, id)
}

/** The session that was opened for the page in vain ends as well, whatever becomes of the request. */
async function refuseRevoked(scope: Scope, id: string): Promise<never> {
  await scope.keep((_, kept) => endSessions(kept, { id }, 'ended_at'))
  throw new Problem('conflict', {
    detail: 'The session of this page was revoked. It does not go on unless somebody asks anew.',
  })
}
