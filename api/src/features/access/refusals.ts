/** What is left in the process log of a sign-in that was refused, for whoever has to look into one. */
import type { Scope } from '../../core/scope/index.ts'
import { hashTicket } from '../factors/index.ts'

interface Refusal {
  readonly why: 'password' | 'place' | 'waits' | 'locked' | 'second-factor' | 'passkey'
  /** Left out where nobody has said one. */
  readonly email?: string
  readonly [fact: string]: string | number | undefined
}

/**
 * The same line for known and unknown addresses. Who was meant is told by a mark alone, which is the
 * same each time: an address that somebody only tried is nobody's business, and a password that was
 * typed into the wrong field must not lie in a log.
 */
export function logRefusal(scope: Scope, { email, ...told }: Refusal): void {
  const account = email === undefined ? {} : { account: accountMark(scope, email) }
  scope.log.warn({ ...account, ip: scope.request.ip, ...told }, 'a sign-in was refused')
}

/** Stands for a sign-in that waits for its second factor, so that its lines are found together. */
export const markOf = (scope: Scope, ticket: string): string =>
  hashTicket(scope, ticket).toString('hex').slice(0, 16)

/** Stands for an address in logs; only the house can make it, from the address that is looked for. */
export function accountMark(scope: Scope, email: string): string {
  const mark = scope.secrets.hmac(`account:${email.trim().toLowerCase()}`)
  return mark.toString('hex').slice(0, 16)
}
