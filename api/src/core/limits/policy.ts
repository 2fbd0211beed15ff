import type { Limit } from '@sonaqor/contract/endpoint'
import { requestsPerMinuteMax } from '@sonaqor/contract/key-pace'
import { requestsPerMinuteOn } from '@sonaqor/contract/plan-limits'
import type { EmbedPrincipal, KeyPrincipal, Principal } from '../access/index.ts'
import type { Policy } from './limits.ts'

/** Where an endpoint names none: what one principal, or one stranger's address, may ask in all. */
const defaults = {
  principal: { requests: requestsPerMinuteMax, seconds: 60, per: 'principal' },
  ip: { requests: 300, seconds: 60, per: 'ip' },
} as const satisfies Record<string, Limit>

interface Asked {
  readonly route: string
  readonly limit: Limit | undefined
  readonly principal: Principal
  readonly ip: string
  /** That the tenant of the principal is on, if it is in one. */
  readonly plan?: string | undefined
}

/** The narrowest first. */
export function quotasFor(asked: Asked, factor: number): readonly Quota[] {
  const { principal } = asked
  const general = { policy: policyFor(asked, factor), subject: subjectOf(asked) }
  if (principal.kind !== 'key' && principal.kind !== 'embed') return [general]
  return [...quotasOfKey(asked, principal, general), ...wideQuotas(asked, principal, factor)]
}

/**
 * The bound of a key itself goes before that of the operation, and stands for that of every principal. What
 * its sessions ask counts as asked by the key, or else it could ask as often as it opens sessions.
 */
function quotasOfKey(
  { limit }: Asked,
  principal: KeyPrincipal | EmbedPrincipal,
  general: Quota,
): readonly Quota[] {
  const { requestsPerMinute } = principal
  const ofOperation = [general, ...togetherQuotas(principal, limit, general)]
  if (requestsPerMinute === null) return ofOperation
  const ofKey: Quota = {
    policy: { name: 'key', requests: requestsPerMinute, seconds: 60 },
    subject: `key ${principal.kind === 'embed' ? principal.keyId : principal.id}`,
  }
  return limit ? [ofKey, ...ofOperation] : [ofKey]
}

/** How many sessions of a key, and of an app, may each spend all that one may ask of an operation. */
const together = { key: 5, app: 10 } as const

/**
 * What an operation lets one session ask, a server would multiply by opening more of them: so all sessions
 * of a key share so much of it, and all of an app, however many keys open them. None of them alone can use
 * up what the others have.
 */
function togetherQuotas(
  principal: KeyPrincipal | EmbedPrincipal,
  limit: Limit | undefined,
  { policy }: Quota,
): readonly Quota[] {
  if (principal.kind !== 'embed' || limit?.per !== 'principal') return []
  const { keyId, appIds } = principal
  return [['key', keyId] as const, ['app', appIds[0] ?? ''] as const].map(([whose, id]) => ({
    policy: {
      ...policy,
      name: `${policy.name}/${whose}-sessions`,
      requests: policy.requests * together[whose],
    },
    subject: `${whose} ${id}`,
  }))
}

/**
 * What all keys and pages of an app ask together, where the app has a bound, and what all of the tenant's do.
 * Its members are not counted in: they still come in and look when their servers have asked for everything.
 */
function wideQuotas(
  { plan = '' }: Asked,
  { kind, tenantId, appIds, appRequestsPerMinute }: KeyPrincipal | EmbedPrincipal,
  factor: number,
): readonly Quota[] {
  const [appId = ''] = appIds
  const ofAll = kind === 'embed' ? withPages : alone
  const ofTenant = ofAll('tenant', tenantId, Math.round(requestsPerMinuteOn(plan) * factor))
  return appRequestsPerMinute
    ? [...ofAll('app', appId, appRequestsPerMinute), ...ofTenant]
    : ofTenant
}

const alone = (name: string, id: string, requests: number): readonly Quota[] => [
  { policy: { name, requests, seconds: 60 }, subject: `${name} ${id}` },
]

/** Who looks at a page can ask as often as they like: half is left to the servers, whatever pages do. */
const withPages = (name: string, id: string, requests: number): readonly Quota[] => [
  ...alone(`${name}-sessions`, id, Math.ceil(requests / 2)),
  ...alone(name, id, requests),
]

export interface Quota {
  readonly policy: Policy
  /** Whose it is. */
  readonly subject: string
}

export function policyFor({ route, limit, principal }: Asked, factor: number): Policy {
  const { requests, seconds } = limit ?? fallback(principal)
  return {
    name: limit ? route : 'default',
    requests: Math.round(requests * factor),
    seconds,
  }
}

const fallback = (principal: Principal) =>
  principal.kind === 'anonymous' ? defaults.ip : defaults.principal

/** Whose quota it is. A stranger is known by the address alone, whatever the endpoint says. */
export function subjectOf({ limit, principal, ip }: Asked): string {
  const { per } = limit ?? fallback(principal)
  if (per === 'ip' || principal.kind === 'anonymous') return `ip ${networkOf(ip)}`
  return `${principal.kind} ${principal.id}`
}

/** Who has one IPv6 address has 2^64 of them: the network counts. */
export function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const [front, back] = [head, tail].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = Array.from({ length: 8 - (front?.length ?? 0) - (back?.length ?? 0) }, () => '0')
  return [...(front ?? []), ...zeros, ...(back ?? [])].slice(0, 4).join(':')
}
