import { attemptTimeoutMs } from '@sonaqor/contract/webhook-bounds'

/** How long answers took: the counts have how many took up to 2^(n/2) milliseconds, for n from 0 to 31. */

export const latencySteps = 32

/** Step by step: taken apart into rows and counted together again, they took six times as long. */
export const summedLatencies = `array[${Array.from(
  { length: latencySteps },
  (_, step) => `sum(latencies[${step + 1}])`,
).join(', ')}]::integer[] as latencies`

/** None takes longer than it is waited for, though the step that this falls in goes on. */
const endOf = (step: number) => Math.min(2 ** (step / 2), attemptTimeoutMs)

/** By the nearest rank, and within its step as if they lay there evenly; null where nothing was answered. */
export function percentileOf(steps: readonly number[], share: number): number | null {
  const rank = Math.ceil(share * steps.reduce((sum, count) => sum + count, 0))
  let passed = 0
  for (const [step, count] of steps.entries()) {
    if (count > 0 && passed + count >= rank) {
      const within = (rank - passed - 0.5) / count
      if (step === 0) return rounded(within)
      const [low, high] = [endOf(step - 1), endOf(step)]
      return rounded(low * (high / low) ** within)
    }
    passed += count
  }
  return null
}

const rounded = (ms: number) => Number(ms.toPrecision(3))

export function latencyOf(steps: readonly number[]): { p50: number; p95: number } | null {
  const [p50, p95] = [percentileOf(steps, 0.5), percentileOf(steps, 0.95)]
  return p50 === null || p95 === null ? null : { p50, p95 }
}
