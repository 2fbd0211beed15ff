/**
 * Who is signed in to this portal: its own accounts and its own cookie, of which Sonaqor knows nothing.
 * The accounts of this demonstration have no passwords.
 */
import { randomBytes } from 'node:crypto'

/** Whom embed sessions are opened for; acts in them are audited as theirs. */
export interface Merchant {
  readonly ref: string
  readonly name: string
  readonly shop: string
}

export const merchants: readonly [Merchant, ...Merchant[]] = [
  { ref: 'merchant-1042', name: 'Ada Marsh', shop: 'Marsh Records' },
  { ref: 'merchant-2077', name: 'Joris Vale', shop: 'Vale Cycles' },
]

const cookieName = 'tidewater'
const signedOut = 'signed-out'
const hours = 12

/** In memory, for a demonstration: whoever comes after a restart signs in again. */
const sessions = new Map<string, Merchant>()

/** The value of a `Set-Cookie` header: out of reach of scripts, and of requests from other sites. */
function cookieOf(value: string, isSecure: boolean): string {
  const parts = [`${cookieName}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  return [...parts, `Max-Age=${hours * 3600}`, ...(isSecure ? ['Secure'] : [])].join('; ')
}

function cookieIn(header = ''): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName)?.[1]
}

/** Nobody at all, where there is no session or it is over. */
export function signedInBy(header: string | undefined): Merchant | undefined {
  return sessions.get(cookieIn(header) ?? '')
}

/** Whoever opens the demonstration for the first time need not sign in before there is something to see. */
export function isFirstVisit(header: string | undefined): boolean {
  return cookieIn(header) === undefined
}

export function signIn(merchant: Merchant, isSecure: boolean): string {
  const id = randomBytes(24).toString('base64url')
  sessions.set(id, merchant)
  return cookieOf(id, isSecure)
}

export function signOut(header: string | undefined, isSecure: boolean): string {
  sessions.delete(cookieIn(header) ?? '')
  return cookieOf(signedOut, isSecure)
}
