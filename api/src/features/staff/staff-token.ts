/**
 * The two tokens of staff, EdDSA JWTs of five minutes: one names a session and stands in no tenant, the
 * other a session and a look, and stands in the tenant that allows it. Neither holds a right: whether the
 * session is open and the look still allowed is read in each request's own transaction.
 */
import { z } from 'zod'
import type { Authenticator } from '../../core/access/index.ts'
import { audienceOf } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { openLook } from './looks.store.ts'
import { lookPrincipal, signInAgain, staffPrincipal, type LookAtDoor } from './staff-principal.ts'
import { openSession } from './staff-sessions.store.ts'

const ofStaff = 'sonaqor:staff'
const ofLook = 'sonaqor:look'
export const tokenSeconds = 300

const LookClaims = z.object({ tid: z.uuid(), look: z.uuid() })

export function issueStaffToken(scope: Scope, sessionId: string): Promise<string> {
  return scope.secrets.sign({ subject: sessionId, audience: ofStaff, claims: {} }, tokenSeconds)
}

export interface LookToken {
  readonly token: string
  readonly expiresIn: number
}

/** Ends with the look, where that is sooner. */
export async function issueLookToken(
  scope: Scope,
  sessionId: string,
  tenantId: string,
  { look_id: look, until }: LookAtDoor,
): Promise<LookToken> {
  const leftSeconds = Math.ceil((until.getTime() - scope.now().getTime()) / 1000)
  const expiresIn = Math.max(1, Math.min(tokenSeconds, leftSeconds))
  const claims = { tid: tenantId, look }
  const token = await scope.secrets.sign(
    { subject: sessionId, audience: ofLook, claims },
    expiresIn,
  )
  return { token, expiresIn }
}

export const staffAuthenticator: Authenticator = {
  name: 'staff',
  matches: (token) => audienceOf(token) === ofStaff,
  authenticate: async (scope, token) => {
    const verified = await scope.secrets.verify(token, ofStaff)
    const staff = verified && (await openSession(scope, verified.subject))
    if (!staff) throw signInAgain()
    return staffPrincipal(staff)
  },
}

export const lookAuthenticator: Authenticator = {
  name: 'look',
  matches: (token) => audienceOf(token) === ofLook,
  authenticate: async (scope, token) => {
    const verified = await scope.secrets.verify(token, ofLook)
    const claims = LookClaims.safeParse(verified?.claims)
    if (!verified || !claims.success) throw signInAgain()
    const { tid, look } = claims.data
    const open = await openLook(scope, { tenantId: tid, look, session: verified.subject })
    if (!open) throw signInAgain()
    return lookPrincipal(tid, open)
  },
}
