import type { LimitTaken } from './headers.ts'
import type { Limits } from './limits.ts'
import type { Quota } from './policy.ts'

interface TakenOfAll {
  /** Each that was asked, up to the first that refused. */
  readonly all: readonly LimitTaken[]
  readonly refusal: LimitTaken | undefined
}

/**
 * Takes one request from each quota, the narrowest first. What one of them refuses takes nothing from the
 * others: a key that runs wild spends its own quota, and none of what its app or its tenant has left.
 */
export async function takeFromAll(
  limits: Limits,
  quotas: readonly Quota[],
  now: Date,
): Promise<TakenOfAll> {
  const all: LimitTaken[] = []
  for (const [place, { policy, subject }] of quotas.entries()) {
    const taken = await limits.take(policy, subject, now)
    const one = { policy, taken }
    all.push(one)
    if (taken.allowed) continue
    for (const before of quotas.slice(0, place)) limits.giveBack(before.policy, before.subject, now)
    return { all, refusal: one }
  }
  return { all, refusal: undefined }
}
