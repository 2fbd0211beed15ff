/**
 * Whoever is refused at the credential is nobody, and has no quota to pass. So there is one for each
 * network that they come from, and one for each key that is known and refused all the same: every line
 * of it stands in the request log of its tenant.
 */
import { anonymous } from '../access/index.ts'
import { Problem } from '../problems/index.ts'
import type { Limits, Policy } from './limits.ts'
import { networkOf } from './policy.ts'

const ofNetwork: Policy = { name: 'refused-credentials', requests: 300, seconds: 60 }
const ofClaimant: Policy = { name: 'refused-key', requests: 60, seconds: 60 }

interface From {
  readonly ip: string
  readonly now: Date
  readonly factor: number
}

/** What is to be said to a refused credential: why, or once that was said too often, to wait. */
export async function countRefusal(
  limits: Limits,
  refused: Problem,
  { ip, now, factor }: From,
): Promise<Problem> {
  if (refused.code !== 'unauthenticated' && refused.code !== 'forbidden') return refused
  const { claimant } = refused.details
  const counted: [Policy, string][] = [
    [ofNetwork, `ip ${networkOf(ip)}`],
    ...(claimant ? [[ofClaimant, `${claimant.kind} ${claimant.id}`] as [Policy, string]] : []),
  ]
  for (const [policy, subject] of counted) {
    const requests = Math.round(policy.requests * factor)
    const taken = await limits.take({ ...policy, requests }, subject, now)
    if (!taken.allowed) return tooOften(policy, taken.resetSeconds)
  }
  return refused
}

/** Nobody's any more: it is not logged where the credential may belong to. */
function tooOften({ name, requests, seconds }: Policy, retryAfterSeconds: number): Problem {
  return new Problem('quota-exceeded', {
    detail: `The credential was refused, as were ${requests} within ${seconds} seconds before it.`,
    retryAfterSeconds,
    violatedPolicies: [name],
    claimant: anonymous,
  })
}
