import { openHouse, type House, type HouseOptions } from './house.ts'

const stopMs = 20_000

/** Runs one process until it is told to stop. Whoever forked it hears when it is ready, and where. */
export async function serve(options: HouseOptions): Promise<void> {
  const house = await openHouse(options)
  stopOnSignal(house)
  if (options.config.testClock) process.on('message', (message) => moveClock(house, message))
  process.stdout.write(`listening ${house.port ?? 'nowhere'}  roles ${options.roles.join(',')}\n`)
  process.send?.({ ready: true, port: house.port })
}

/** A process whose starter is gone stops like one that is told to. */
function stopOnSignal(house: House): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), stopMs).unref()
      void house.stop().then(() => process.exit(0))
    })
  }
}

/** Tests tell the time over the channel of the process that started us; nobody else has one. */
function moveClock({ foundation }: House, message: unknown): void {
  if (typeof message !== 'object' || message === null || !('now' in message)) return
  const { now } = message
  foundation.clock.set(typeof now === 'string' ? new Date(now) : null)
  process.send?.({ clock: now })
}
