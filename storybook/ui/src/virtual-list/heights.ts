/** The heights of very many rows, some measured and the rest guessed, and where each row begins. */
export interface Heights {
  readonly totalPx: () => number
  /** Where a row begins; the row after the last begins at the end. */
  readonly startOf: (row: number) => number
  /** Which row lies at a distance from the top. */
  readonly rowAt: (px: number) => number
  /** Takes a row's true height and says by how much all that follow have moved. */
  readonly measure: (row: number, px: number) => number
}

/**
 * A binary indexed tree (Fenwick, 1994): sums and changes cost the logarithm of the count, so that a
 * hundred thousand rows can be of different heights and still be scrolled through freely.
 */
export function heightsOf(guesses: readonly number[]): Heights {
  const count = guesses.length
  const heights = Float64Array.from(guesses)
  const sums = new Float64Array(count + 1)
  for (let at = 1; at <= count; at += 1) {
    sums[at] = (sums[at] ?? 0) + (heights[at - 1] ?? 0)
    const parent = at + (at & -at)
    if (parent <= count) sums[parent] = (sums[parent] ?? 0) + (sums[at] ?? 0)
  }
  const topBit = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count))

  const startOf = (row: number) => {
    let px = 0
    for (let at = Math.min(row, count); at > 0; at -= at & -at) px += sums[at] ?? 0
    return px
  }
  return {
    startOf,
    totalPx: () => startOf(count),
    rowAt(px) {
      let [row, left] = [0, px]
      for (let bit = topBit; bit >= 1; bit /= 2) {
        const sum = sums[row + bit]
        if (sum === undefined || sum > left) continue
        row += bit
        left -= sum
      }
      return Math.max(Math.min(row, count - 1), 0)
    },
    measure(row, px) {
      const movedPx = px - (heights[row] ?? px)
      if (movedPx === 0) return 0
      heights[row] = px
      for (let at = row + 1; at <= count; at += at & -at) sums[at] = (sums[at] ?? 0) + movedPx
      return movedPx
    },
  }
}
