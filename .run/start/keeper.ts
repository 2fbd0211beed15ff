/** Keeps a process running until it is told otherwise. */
import { setTimeout as delay } from 'node:timers/promises'

export interface Running {
  /** Resolves with the reason when it has ended, whoever ended it. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

export interface Plan {
  readonly name: string
  /** Where what it said can be read. */
  readonly log: string
  /** Resolves when it is ready to serve; rejects if it does not come to that, or is aborted. */
  start(signal: AbortSignal): Promise<Running>
}

export interface Keeper {
  /** Resolves when it is ready for the first time, which is not tried twice. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

const deathsMax = 5
const withinMs = 60_000

/**
 * What ends by itself is started again. What goes on ending is not helped by that: after five times
 * within a minute `giveUp` hears why.
 */
export function keep(plan: Plan, giveUp: (reason: Error) => void): Keeper {
  const stopping = new AbortController()
  const deaths: number[] = []
  let running = plan.start(stopping.signal)

  const watch = ({ ended }: Running) => {
    void ended.then(revive)
  }

  async function revive(why: string): Promise<void> {
    if (stopping.signal.aborted) return
    deaths.push(Date.now())
    const recent = deaths.filter((at) => at > Date.now() - withinMs).length
    if (recent >= deathsMax) {
      const often = `${plan.name} ended ${recent} times within a minute: ${why}`
      return giveUp(new Error(`${often}. What it said: ${plan.log}`))
    }
    console.log(`${plan.name} ended (${why}); it is started again. What it said: ${plan.log}`)
    await delay(100 * 2 ** recent)
    if (stopping.signal.aborted) return
    running = plan.start(stopping.signal)
    await running.then(watch, (error: Error) => revive(error.message))
  }

  return {
    ready: running.then(watch),
    stop: async () => {
      stopping.abort()
      const last = await running.catch(() => undefined)
      await last?.stop()
    },
  }
}
