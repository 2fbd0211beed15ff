/** Several who speak at once, heard one after the other. */

export interface Speaker {
  say(text: string): void
  /** From now on the next one is heard. */
  end(): void
}

/** The first is heard at once; what another one says is kept until all before it have ended. */
export function inTurn<Of>(
  all: readonly Of[],
  hear: (text: string) => void,
): readonly (Speaker & { readonly of: Of })[] {
  const kept = all.map((): string[] => [])
  const hasEnded = kept.map(() => false)
  let heard = 0
  return all.map((of, at) => ({
    of,
    say: (text) => {
      if (at === heard) hear(text)
      else kept[at]?.push(text)
    },
    end: () => {
      hasEnded[at] = true
      while (hasEnded[heard]) {
        heard += 1
        for (const text of kept[heard] ?? []) hear(text)
      }
    },
  }))
}
