import type { Bus } from '../../../core/bus/index.ts'

const everyMs = 100

/** Tells the tails of all processes that lines were written: ten times a second, not with each lot. */
export interface WakeUps {
  wake(topic: string): void
  stop(): void
}

export function createWakeUps(bus: Bus): WakeUps {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    timer = undefined
    for (const topic of waiting) bus.wake(topic)
    waiting.clear()
  }
  return {
    wake(topic) {
      waiting.add(topic)
      timer ??= setTimeout(tell, everyMs)
    },
    stop: () => clearTimeout(timer),
  }
}
