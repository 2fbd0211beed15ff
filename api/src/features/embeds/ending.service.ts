/** How a session ends before its time: at once, in open pages too. Ending it again changes nothing. */
import { embedEvents, type embeds } from '@sonaqor/contract/embeds'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { pagesOfApp, pagesOfUser } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { findApp } from '../apps/index.ts'
import * as store from './embeds.store.ts'
import { isLive, lockVisitOf } from './visits.store.ts'

export async function revokeSession(scope: Scope, id: string): Promise<void> {
  if (await endVisit(scope, id, 'revoked_at')) return
  throw new Problem('not-found', { detail: 'There is no such embed session.' })
}

/** By its page, whose token names it: no other session can be meant. */
export async function endSession(scope: Scope): Promise<void> {
  await endVisit(scope, scope.principal.id, 'ended_at')
}

/**
 * Ends the page that a session belongs to, with all that its token was renewed by. They are held before
 * any is ended, so that none joins them meanwhile.
 */
async function endVisit(scope: Scope, id: string, how: 'revoked_at' | 'ended_at') {
  const visit = await lockVisitOf(scope, id)
  const [session] = visit
  if (!session || !visit.some((one) => isLive(scope, one))) return session !== undefined
  const ended = await store.endSessions(scope, { visit_id: session.visit_id }, how)
  const newest = ended.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
  if (newest)
    await tell(scope, how === 'ended_at' ? embedEvents.ended : embedEvents.revoked, newest)
  for (const one of ended) await scope.closeSockets(one.id)
  return true
}

async function tell(
  scope: Scope,
  { name }: typeof embedEvents.ended | typeof embedEvents.revoked,
  session: store.EndedSession,
): Promise<void> {
  const { visit_id: id, environment, app_id: appId } = session
  const ref = { sessionId: id, appId }
  const type = name === 'embeds.ended' ? embedEvents.ended : embedEvents.revoked
  const before = { ...described(session), state: 'live' }
  const after = { ...before, state: name === 'embeds.ended' ? 'ended' : 'revoked' }
  await scope.emit(type, { environment, appId, ref, data: ref })
  scope.audit({ action: name, target: id, environment, appId, before, after })
}

function described({
  app_id: appId,
  user_ref: ref,
  user_name: name,
  expires_at,
}: store.EndedSession) {
  const user = ref === null ? null : { ref, name }
  return { appId, user, expiresAt: expires_at.toISOString() }
}

type Many = InputOf<typeof embeds.revokeMany>['body']

/** All of an app, or of one user of it. They are told of in one event and one entry, however many. */
export async function revokeMany(scope: Scope, { appId, userRef }: Many) {
  const app = await findApp(scope, appId)
  if (!app) {
    throw new Problem('invalid', {
      detail: 'The app is not one of yours.',
      errors: [{ detail: 'is not one of your apps', pointer: '#/appId' }],
    })
  }
  const { environment } = app
  const which = { app_id: appId, ...(userRef !== undefined && { user_ref: userRef }) }
  const ended = await store.endSessions(scope, which, 'revoked_at')
  const revoked = new Set(ended.map(({ visit_id }) => visit_id)).size
  if (revoked > 0) {
    const { allRevoked } = embedEvents
    const data = { appId, userRef: userRef ?? null, revoked }
    await scope.emit(allRevoked, { environment, appId, ref: { appId }, data })
    const [before, after] = [{ live: revoked }, { live: 0 }]
    const whose = { userRef: userRef ?? null }
    scope.audit({
      action: allRevoked.name,
      target: appId,
      environment,
      appId,
      before: { ...whose, ...before },
      after: { ...whose, ...after },
    })
    await scope.closeSockets(
      userRef === undefined ? pagesOfApp(appId) : pagesOfUser(appId, userRef),
    )
  }
  return { revoked }
}
