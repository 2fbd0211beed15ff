/** Who somebody is by the word of their provider, and what a tenant makes of it. */
import { ssoRoles, type SsoRole } from '@sonaqor/contract/sso'
import { Email, text } from '@sonaqor/contract/values'
import { stepUpSeconds } from '../../core/access/index.ts'
import type { Claims } from './provider.ts'
import type { ConnectionRow } from './settings.store.ts'

export interface Identity {
  readonly subject: string
  readonly email: string
  /** Why nobody comes in by this address, whoever they are. */
  readonly emailFault: 'email-unverified' | 'email-unusable' | null
  readonly name: string
  /** What whoever is new becomes. */
  readonly role: SsoRole
  /** The provider's name for its session. */
  readonly sid: string | null
  /** When the provider saw a second factor, where that counts here. */
  readonly factorAt: Date | null
}

type Rules = Pick<ConnectionRow, 'default_role' | 'role_claim' | 'role_map' | 'factor_counts'>

/** The claims without which nobody is known. */
export const claimsWanted = ({ role_claim: claim }: Rules): string[] => [
  'email',
  'email_verified',
  'name',
  ...(claim === null ? [] : [claim]),
]

export function identityOf(claims: Claims, rules: Rules, now: Date): Identity {
  const email = String(claims['email'] ?? '')
  return {
    subject: String(claims['sub']),
    email,
    emailFault: emailFaultOf(email, claims),
    name: nameOf(claims, email),
    role: roleOf(claims, rules),
    sid: typeof claims['sid'] === 'string' ? claims['sid'] : null,
    factorAt: rules.factor_counts && showsFactor(claims) ? shownAt(claims, now) : null,
  }
}

/** Whoever is in has to be reached, so nobody comes in by what mail cannot be sent to. */
function emailFaultOf(email: string, { email_verified: said }: Claims): Identity['emailFault'] {
  // Some say it as a string.
  if (email === '' || (said !== true && said !== 'true')) return 'email-unverified'
  return Email.safeParse(email).success ? null : 'email-unusable'
}

/** A name that would not be taken from a member is not taken from a provider. */
function nameOf(claims: Claims, email: string): string {
  const parts = [claims['given_name'], claims['family_name']].filter((part) => part)
  const told = [claims['name'], parts.join(' ')].map((name) => text(80).safeParse(name))
  return (
    told.find(({ success }) => success)?.data ?? (email.split('@')[0] || 'Somebody').slice(0, 80)
  )
}

/** The first row of the map that fits decides. Nobody becomes an owner by what a provider says. */
export function roleOf(claims: Claims, rules: Rules): SsoRole {
  const told = rules.role_claim === null ? [] : [claims[rules.role_claim]].flat()
  const mapped = rules.role_map.find(({ value }) => told.includes(value))?.role
  return mapped && ssoRoles.includes(mapped) ? mapped : rules.default_role
}

/** By the names of RFC 8176 and of OpenID Connect's profiles. */
const strong = new Set([
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
])

function showsFactor({ amr, acr }: Claims): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || strong.has(String(acr))
}

/**
 * Enough for what a tenant asks of a session, and always too old for an act that takes a factor again:
 * those are ours to see.
 */
function shownAt({ auth_time: at }: Claims, now: Date): Date {
  const newest = now.getTime() - stepUpSeconds * 1000
  return new Date(Math.min(typeof at === 'number' ? at * 1000 : newest, newest))
}
