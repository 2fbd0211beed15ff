/** The access token of a member: an EdDSA JWT that names a session and lives for five minutes. */
import { z } from 'zod'
import type { Authenticator, MemberPrincipal } from '../../../core/access/index.ts'
import { audienceOf } from '../../../core/crypto/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { memberPrincipal, signInAgain, type MemberAtDoor } from './principal.ts'
import { openSession, versionIn } from './sessions.store.ts'

const audience = 'sonaqor:dashboard'
export const accessTokenSeconds = 300

const Claims = z.object({ tid: z.uuid(), ver: z.int() })

/** Makes a token for a session of a member. It holds no right; those are read at each request. */
export function issueAccessToken(
  scope: Scope,
  sessionId: string,
  member: MemberAtDoor,
): Promise<string> {
  const claims = { tid: member.tenant_id, ver: member.authorisation_version }
  return scope.secrets.sign({ subject: sessionId, audience, claims }, accessTokenSeconds)
}

/** The member whose session it is, for what was begun in it and comes back without its token. */
export async function memberInSession(scope: Scope, sessionId: string): Promise<MemberPrincipal> {
  const { tenantId } = scope
  const version = await versionIn(scope, sessionId)
  if (version === undefined) throw signInAgain()
  const member = await openSession(scope, { tenantId, id: sessionId, version })
  if (!member) throw signInAgain()
  return memberPrincipal(member, sessionId)
}

/**
 * The signature is checked offline; whether the session is open, and the member still active and
 * of the same authorisation version, is read in the request's own transaction. So whatever ends
 * holds from the next request on, in every process.
 */
export const memberAuthenticator: Authenticator = {
  name: 'member',
  matches: (token) => audienceOf(token) === audience,
  authenticate: async (scope, token) => {
    const verified = await scope.secrets.verify(token, audience)
    const claims = Claims.safeParse(verified?.claims)
    if (!verified || !claims.success) throw signInAgain()
    const { tid, ver } = claims.data
    const member = await openSession(scope, { tenantId: tid, id: verified.subject, version: ver })
    if (!member) throw signInAgain()
    return memberPrincipal(member, verified.subject)
  },
}
