/** The word that a mistyped one was meant to be. */

const shortest = 4

/** The nearest of all words, where one is near enough: a letter or two lie between them. */
export function nearest(word: string, texts: readonly string[]): string | undefined {
  if (word.length < shortest) return undefined
  const most = word.length < 8 ? 1 : 2
  const words = new Set(texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)))
  let best: string | undefined
  let least = most + 1
  for (const one of words) {
    if (Math.abs(one.length - word.length) > most) continue
    const steps = stepsBetween(word, one)
    if (steps < least) [best, least] = [one, steps]
  }
  return best
}

/** How many letters are put in, left out, changed or swapped with the one beside them. */
function stepsBetween(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let down = 1; down <= one.length; down += 1) {
    const next = [down]
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[down - 1] === other[at - 1]
      const isSwapped = one[down - 1] === other[at - 2] && one[down - 2] === other[at - 1]
      next[at] = Math.min(
        (row[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (row[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      )
    }
    ;[before, row] = [row, next]
  }
  return row[other.length] ?? Infinity
}
