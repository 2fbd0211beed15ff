/** Second factors that are lost, and removed by somebody else than their person. */
import type { Scope } from '../../core/scope/index.ts'

/** `none`: there is nothing to remove. `elsewhere`: they guard another door as well, and stay. */
export type FactorsReset = 'reset' | 'none' | 'elsewhere'

/** Removes every second factor of an active member, where the person belongs to this tenant alone. */
export async function resetFactorsOf(scope: Scope, memberId: string): Promise<FactorsReset> {
  const door = 'directory.reset_factors'
  const [row] = await scope.through<{ reset_factors: FactorsReset }>(door, memberId)
  return row?.reset_factors ?? 'none'
}
