/** Whoever is signed in says their password again. */
import type { MemberPrincipal } from '../../../core/access/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { findPerson } from '../me.view.ts'
import { tellIfLocked } from '../lockout/lockout.service.ts'
import { isPasswordOf } from './passwords.ts'
import { broughtDevice } from '../sessions/cookies.ts'
import { signInAgain } from '../sessions/principal.ts'
import { logRefusal, mustWait } from '../refusals.ts'
import * as store from '../sessions/sessions.store.ts'

/** The e-mail of whoever is signed in. */
export async function emailOf(scope: Scope, member: MemberPrincipal): Promise<string> {
  const person = await findPerson(scope, member)
  if (!person) throw signInAgain()
  return person.email
}

/**
 * Refuses unless the password is theirs. It is counted like a sign-in, so that a session that was left
 * open is no place to guess at it. For before the first write: no connection waits while it is compared.
 */
export async function provePassword(
  scope: Scope,
  member: MemberPrincipal,
  password: string | undefined,
  pointer = '#/password',
): Promise<void> {
  const email = await emailOf(scope, member)
  const device = broughtDevice(scope)
  const attempt = await scope.keep((_, kept) => store.countSignIn(kept, { email, device }))
  if (attempt.blocked_seconds > 0) {
    throw mustWait(scope, { email, member: member.id }, attempt.blocked_seconds)
  }
  const isRight =
    password !== undefined &&
    (await scope.aside(() => isPasswordOf(attempt.password_hash, password)))
  if (isRight) {
    await scope.keep((_, kept) => store.forgetPasswordGuesses(kept, member.sessionId, device))
    return
  }
  logRefusal(scope, { why: 'password', email, member: member.id })
  await tellIfLocked(scope, { email, device })
  throw new Problem('invalid', {
    detail: 'Say your password to do this.',
    errors: [{ detail: 'is not your password', pointer }],
  })
}
