/** What is left in the process log of a sign-in that was refused, for whoever has to look into one. */
import { ConfigError } from '../../config.ts'
import type { Command } from '../../core/feature/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { hashTicket, type TicketOf } from '../factors/index.ts'

interface Refusal {
  readonly why:
    | 'password'
    | 'place'
    | 'suspended'
    | 'waits'
    | 'locked'
    | 'second-factor'
    | 'passkey'
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

/** After so many wrong guesses at a password, of a sign-in or of a member who is asked for it again. */
export function mustWait(
  scope: Scope,
  who: { readonly email: string; readonly member?: string },
  seconds: number,
): Problem {
  logRefusal(scope, { why: 'waits', ...who, seconds })
  const many = who.member === undefined ? 'attempts to sign in' : 'wrong passwords'
  return new Problem('quota-exceeded', {
    detail: `Too many ${many}. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    retryAfterSeconds: seconds,
    violatedPolicies: ['sign-in'],
  })
}

/** Stands for a sign-in that waits for its second factor, so that its lines are found together. */
export const markOf = (scope: Scope, at: TicketOf, ticket: string): string =>
  hashTicket(scope, at, ticket).toString('hex').slice(0, 16)

/** Stands for an address in logs; only the house can make it, from the address that is looked for. */
export function accountMark({ secrets }: Pick<Scope, 'secrets'>, email: string): string {
  const mark = secrets.hmac(`account:${email.trim().toLowerCase()}`)
  return mark.toString('hex').slice(0, 16)
}

/** Whoever looks into what was done to an account begins with its address; nothing leads back to it. */
export const markByCommand: Command = async ({ secrets }, [email, ...more]) => {
  if (!email?.includes('@') || more.length > 0) throw new ConfigError('account-mark <e-mail>')
  return accountMark({ secrets }, email)
}
