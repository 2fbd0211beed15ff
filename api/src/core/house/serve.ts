import { openHouse, type House, type HouseOptions } from './house.ts'

const stopMs = 20_000

/** Runs one process until it is told to stop. Whoever forked it hears when it is ready, and where. */
export async function serve(options: HouseOptions): Promise<void> {
  const house = await openHouse(options)
  const end = ender(house)
  endOnSignal(end)
  endOnFault(house, end)
  if (options.config.testClock) process.on('message', (message) => moveClock(house, message))
  process.stdout.write(`listening ${house.port ?? 'nowhere'}  roles ${options.roles.join(',')}\n`)
  process.send?.({ ready: true, port: house.port })
}

type End = (code: number) => void

/** Ends once, in order: nothing new is taken, and what is under way is finished, or given up in time. */
function ender(house: House): End {
  let isEnding = false
  return (code) => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), stopMs).unref()
    void house.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        house.foundation.log.fatal({ err: error }, 'the process could not end in order')
        process.exit(1)
      },
    )
  }
}

/** A process whose starter is gone stops like one that is told to. */
function endOnSignal(end: End): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.once(signal, () => end(0))
  }
}

/**
 * What nobody has caught leaves a process that nobody knows the state of. It is written into our own
 * log, and the process ends in order; whoever keeps us starts another one.
 */
function endOnFault({ foundation }: House, end: End): void {
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (error: unknown) => {
      foundation.log.fatal(
        { err: error, kind },
        'a fault was caught by nobody, so the process ends',
      )
      end(1)
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
