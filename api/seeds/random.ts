/** Chance with a fixed seed: the demo is the same on every machine. */
export interface Random {
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number between both, and they may be it. */
  between(least: number, most: number): number
  one<Choice>(choices: readonly Choice[]): Choice
  chance(of: number): boolean
}

/** Mulberry32 (public domain, Tommy Ettinger): small, even, and quite enough for made-up shopping. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (of) => next() < of,
    one: (choices) => {
      const choice = choices[between(0, choices.length - 1)]
      if (choice === undefined) throw new RangeError('there is nothing to choose from')
      return choice
    },
  }
}
