/** How often whoever asks may ask: said with every answer, and refused past it. */
import { planOf, type Principal } from '../access/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { limitHeaders, quotasFor, takeFromAll, type Limits } from '../limits/index.ts'
import { Problem } from '../problems/index.ts'
import type { RequestInfo } from '../scope/index.ts'
import type { Match } from './router.ts'

interface Parts {
  readonly limits: Limits
  readonly foundation: Pick<Foundation, 'config'>
}

interface Asking {
  /** Where it leads; what leads nowhere counts as anything that has no limit of its own. */
  readonly match: Match | Problem
  readonly request: RequestInfo
  readonly now: Date
  readonly principal: Principal
  /** What was told along with the door that they came in by. */
  readonly told: readonly unknown[]
}

export async function takeFromQuotas(
  { limits, foundation }: Parts,
  { match, request, now, principal, told }: Asking,
): Promise<void> {
  const plan = planOf(principal, told)
  const asked = { ...limitOf(match), principal, ip: request.ip, plan }
  const quotas = quotasFor(asked, foundation.config.limitFactor)
  const { all, refusal } = await takeFromAll(limits, quotas, now)
  const headers = limitHeaders(all)
  for (const name in headers) request.setHeader(name, headers[name] ?? '')
  if (!refusal) return
  const { policy, taken } = refusal
  const whose = owners[policy.name.replace(/^.*(?=\/)/, '')] ?? ''
  throw new Problem('quota-exceeded', {
    detail: `No more than ${policy.requests} requests in ${policy.seconds} seconds are taken${whose}.`,
    retryAfterSeconds: taken.resetSeconds,
    violatedPolicies: [policy.name],
  })
}

function limitOf(match: Match | Problem) {
  if (match instanceof Problem) return { route: 'none', limit: undefined }
  const { name, endpoint } = match.route
  return { route: name, limit: endpoint.options.limit }
}

/** Whose bound it is, where it is not that of who asks alone. */
const owners: Readonly<Record<string, string>> = {
  key: ' of this key and its sessions',
  '/key-sessions': ' of this operation from all sessions of the key together',
  '/app-sessions': ' of this operation from all sessions of this app together',
  app: ' of all keys and sessions of this app',
  'app-sessions': ' of all sessions of this app, which leave half of its bound to its servers',
  tenant: ' of all apps of this tenant together',
  'tenant-sessions':
    ' of all sessions of this tenant, which leave half of its bound to its servers',
}
