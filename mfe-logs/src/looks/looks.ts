/**
 * Readings that may walk along each line, of which the server lets one principal do a few at once. A page
 * sends them one after another and waits where it is told to, so that it never runs into its own bound.
 */

/** In this order they begin: the rows are what one comes for. */
const ranks = ['list', 'bars', 'facets', 'further'] as const
export type Rank = (typeof ranks)[number]

/** As many as the server allows one reader, of which one is left to the rows: they wait for no counting. */
const atOnce = 3
const besideRows = 2
/** The server may ask to wait that often, and that long, before it is told to the reader. */
const attemptsMost = 6
const waitMostSeconds = 10

export interface Looks {
  /** Somebody waits for what this question finds; until nobody does, it is asked. */
  want(question: string): () => void
  /** Asks once it is its turn; where nobody wants it any more, it is not asked. */
  take<Found>(rank: Rank, question: string, ask: () => Promise<Found>): Promise<Found>
}

interface Waiting {
  readonly rank: number
  readonly question: string
  readonly begin: () => void
  readonly leave: () => void
}

export function createLooks(): Looks {
  const wanted = new Map<string, number>()
  const waiting = new Set<Waiting>()
  let underWay = 0
  let ofOthers = 0
  const isWanted = (question: string) => (wanted.get(question) ?? 0) > 0

  function next() {
    for (const one of [...waiting].toSorted((a, b) => a.rank - b.rank)) {
      if (!isWanted(one.question)) one.leave()
      else if (underWay < atOnce && (one.rank === 0 || ofOthers < besideRows)) {
        underWay += 1
        if (one.rank > 0) ofOthers += 1
        one.begin()
      } else continue
      waiting.delete(one)
    }
  }

  async function patiently<Found>(question: string, ask: () => Promise<Found>) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask()
      } catch (error) {
        const seconds = waitOf(error)
        if (!seconds || seconds > waitMostSeconds || attempt === attemptsMost) throw error
        await new Promise((passed) => setTimeout(passed, seconds * 1000))
        if (!isWanted(question)) throw error
      }
    }
  }

  return {
    want(question) {
      wanted.set(question, (wanted.get(question) ?? 0) + 1)
      return () => {
        wanted.set(question, (wanted.get(question) ?? 1) - 1)
        if (!isWanted(question)) wanted.delete(question)
        // Who only turns round wants it again at once.
        queueMicrotask(next)
      }
    },
    async take(rank, question, ask) {
      await new Promise<void>((begin, refuse) => {
        const leave = () => refuse(new Error('Nobody wants to know it any more.'))
        waiting.add({ rank: ranks.indexOf(rank), question, begin, leave })
        // Those that are asked in one go begin by their ranks.
        queueMicrotask(next)
      })
      try {
        return await patiently(question, ask)
      } finally {
        underWay -= 1
        if (rank !== ranks[0]) ofOthers -= 1
        next()
      }
    },
  }
}

/** For how long a refusal asks to wait; nothing where waiting changes nothing. */
function waitOf(error: unknown): number | undefined {
  const { problem } = error as { problem?: { readonly retryAfterSeconds?: number } }
  return problem?.retryAfterSeconds
}
