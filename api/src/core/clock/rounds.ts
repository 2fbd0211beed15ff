import type { Logger } from '../log/index.ts'

/** Something that looks again and again: whenever it is told, and every so often in any case. */
export interface Rounds {
  /** Looks as soon as the round that is under way is over. */
  readonly now: () => void
  /** After the last round. */
  close(): Promise<void>
}

/**
 * Runs one round at a time. A call that comes while one is under way is answered by one more round
 * after it, however many calls there were; what a round throws is tried again by the next.
 */
export function createRounds(
  round: () => Promise<void>,
  { everyMs, log }: { everyMs: number; log: Logger },
): Rounds {
  let running: Promise<void> | undefined
  let again = false
  let closed = false
  let hasFailed = false

  const attempt = async () => {
    try {
      await round()
      hasFailed = false
    } catch (error) {
      // Of a row of failures the first is told: while the database is away there are many.
      log[hasFailed ? 'debug' : 'warn']({ err: error }, 'a round failed and will be tried again')
      hasFailed = true
    }
  }
  const run = async () => {
    do {
      again = false
      await attempt()
      if (closed) break
    } while (again)
    running = undefined
  }
  const now = () => {
    again = true
    if (!closed) running ??= run()
  }
  const timer = setInterval(now, everyMs)
  now()
  return {
    now,
    close: async () => {
      closed = true
      clearInterval(timer)
      await running
    },
  }
}
