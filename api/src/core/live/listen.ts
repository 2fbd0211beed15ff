/** What a browser may say over its socket. Everything is checked by hand: nobody types it for us. */
import type { Door } from './door.ts'
import type { LiveStream } from './stream.ts'
import type { Visitor } from './visitor.ts'

/** A page says a few things a minute; whoever says more than this in a second is not one. */
const messagesASecond = 20

export function listen(visitor: Visitor, streams: readonly LiveStream[], door: Door): void {
  const { socket } = visitor
  refuseFloods(visitor)
  const on = (name: string, hear: (value: unknown) => Promise<boolean> | boolean) => {
    const listener = async (...said: unknown[]) => {
      const done = said.findLast((one) => typeof one === 'function')
      const accepted = await attempt(() => hear(said[0]))
      done?.(accepted)
    }
    // The names of streams are their features' own; those of the contract are among them.
    socket.on(name as 'untail', listener as () => void)
  }
  on('renew', (token) => door.renew(visitor, token))
  for (const stream of streams) {
    on(stream.start, async (filter) => {
      await visitor.tails.start(stream, filter)
      return true
    })
    on(stream.stop, () => {
      visitor.tails.stop(stream)
      return true
    })
  }
}

function refuseFloods({ socket }: Visitor): void {
  let second = 0
  let said = 0
  socket.use((_, next) => {
    const now = Math.floor(performance.now() / 1000)
    said = now === second ? said + 1 : 1
    second = now
    if (said > messagesASecond) socket.disconnect(true)
    else next()
  })
}

/** A refusal is a plain no: why, the page learns from the request that it makes next. */
async function attempt(hear: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await hear()
  } catch {
    return false
  }
}
