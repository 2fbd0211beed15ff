/** One line of the benchmark: what was measured, beside what it is held against. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The same in the other way that it is compared with, measured in this run. */
  readonly reference: number | null
  readonly ratio: number | null
  readonly goal: string | null
  /** Null where nothing is asked of it, or where it could not be measured here. */
  readonly met: boolean | null
}

interface Facts {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference?: number
}

/** Shown for comparison; nothing is asked of it. */
export function fact(facts: Facts): Measure {
  const { reference = null } = facts
  const ratio = reference === null ? null : facts.value / reference
  return { ...facts, reference, ratio, goal: null, met: null }
}

export function atMost(bound: number, facts: Facts): Measure {
  return { ...fact(facts), goal: `<= ${bound} ${facts.unit}`, met: facts.value <= bound }
}

export function atLeast(bound: number, facts: Facts): Measure {
  return { ...fact(facts), goal: `>= ${bound} ${facts.unit}`, met: facts.value >= bound }
}

/** Held against its reference: machines differ, their ratio does not. */
export function atLeastOf(share: number, facts: Facts & { readonly reference: number }): Measure {
  const measured = fact(facts)
  const met = facts.value >= share * facts.reference
  return { ...measured, goal: `>= ${share * 100} % of the reference`, met }
}

export function atMostOf(share: number, facts: Facts & { readonly reference: number }): Measure {
  const goal = `<= ${Math.round(share * 100)} % of the reference`
  return { ...fact(facts), goal, met: facts.value <= share * facts.reference }
}

/** The smallest sample that is not smaller than this share of all. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)

/** Repeats an act, so many at once, for so many seconds; answers how often it was done in one. */
export async function perSecond(
  act: (turn: number) => Promise<number>,
  { seconds, atOnce }: { readonly seconds: number; readonly atOnce: number },
): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let turn = 0
  let done = 0
  const lanes = Array.from({ length: atOnce }, async () => {
    while (performance.now() < end) {
      // Read after the act and not before, as `+= await` would: the other lanes count meanwhile.
      const acts = await act((turn += 1))
      done += acts
    }
  })
  await Promise.all(lanes)
  return (done * 1000) / (performance.now() - start)
}
