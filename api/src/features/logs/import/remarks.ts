/** What is said of the lines that are not imported as they stand: of those alike once, and of no more than can be read. */

export interface Remarks {
  add(number: number, why: string): void
  /** Says what is still held back, behind the last line; answers whether every line was named. */
  end(): boolean
}

interface Run {
  readonly why: string
  readonly first: number
  last: number
}

const saidMax = 20

/** Consecutive lines of one reason are said together; behind the first twenty such remarks only their count is. */
export function createRemarks(say: (line: string) => void): Remarks {
  let run: Run | null = null
  let said = 0
  let more = 0

  const flush = () => {
    if (!run) return
    const { why, first, last } = run
    run = null
    if (said < saidMax) {
      said += 1
      say(first === last ? `line ${first}: ${why}` : `lines ${first}–${last}: ${why}`)
    } else more += last - first + 1
  }

  return {
    add(number, why) {
      if (run?.why === why && number === run.last + 1) {
        run.last = number
        return
      }
      flush()
      run = { why, first: number, last: number }
    },
    end() {
      flush()
      if (more > 0) say(`and ${more} more ${more === 1 ? 'line' : 'lines'}`)
      return more === 0
    },
  }
}
