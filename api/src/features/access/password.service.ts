/** Whoever is signed in says their password again. */
import type { MemberPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { findPerson } from './me.view.ts'
import { tellIfLocked } from './lockout.service.ts'
import { isPasswordOf } from './passwords.ts'
import { hashDevice, readDevice } from './cookies.ts'
import { signInAgain } from './principal.ts'
import { logRefusal } from './refusals.ts'
import { delaysSeconds, forgetAfterSeconds } from './sign-in.service.ts'
import * as store from './sessions.store.ts'

/** The e-mail of whoever is signed in. */
export async function emailOf(scope: Scope, member: MemberPrincipal): Promise<string> {
  const person = await findPerson(scope, member)
  if (!person) throw signInAgain()
  return person.email
}

/**
 * Refuses unless the password is theirs. It is counted like a sign-in, so that a session that was left
 * open is no place to guess at it.
 */
export async function provePassword(
  scope: Scope,
  member: MemberPrincipal,
  password: string | undefined,
  pointer = '#/password',
): Promise<void> {
  const email = await emailOf(scope, member)
  const known = readDevice(scope)
  const device = known === null ? null : hashDevice(scope, known)
  const attempt = await scope.keep((_, kept) =>
    store.countSignIn(kept, { email, device, delaysSeconds, forgetAfterSeconds }),
  )
  const isRight =
    attempt.blocked_seconds === 0 &&
    password !== undefined &&
    (await isPasswordOf(attempt.password_hash, password))
  if (isRight) {
    await store.forgetPasswordGuesses(scope, member.sessionId, device)
    return
  }
  logRefusal(scope, { why: 'password', email, member: member.id })
  if (attempt.blocked_seconds === 0) await tellIfLocked(scope, { email, device })
  throw new Problem('invalid', {
    detail: 'Say your password to do this.',
    errors: [{ detail: 'is not your password', pointer }],
  })
}
