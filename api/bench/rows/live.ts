/** From a write in one process to an open socket of another. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import type { LiveEvent } from '@sonaqor/contract/live'
import type { LogEntry } from '@sonaqor/contract/logs'
import { inWorld } from '../ground.ts'
import { atMost, percentile, type Measure } from '../measure.ts'

const tenants = 4
const writes = 25
/** Longer than the pause in which events for one screen are gathered. */
const pauseMs = 600

export function live(): Promise<Measure[]> {
  return inWorld(
    async ({ world }) => {
      const eventMs: number[] = []
      const entryMs: number[] = []
      const lanes = Array.from({ length: tenants }, async (_, lane) => {
        const tenant = await world.tenant(`Bench ${lane}`, { roles: ['owner'] })
        const owner = await tenant.member()
        const key = await tenant.key()
        const socket = io(world.servers[1]?.url ?? '', {
          path: '/live',
          transports: ['websocket'],
          auth: { token: owner.token },
        })
        await once(socket as never, 'connect')
        socket.on('events', ({ events }: { events: LiveEvent[] }) =>
          note(
            eventMs,
            events.map(({ at }) => at),
          ),
        )
        socket.on('logs', ({ entries }: { entries: LogEntry[] }) =>
          note(
            entryMs,
            entries.map(({ at }) => at),
          ),
        )
        // As every screen does: whoever follows has asked for the list, which says who reads.
        await world.as(owner).logs.search()
        await socket.emitWithAck('tail', {})
        for (let turn = 0; turn < writes; turn += 1) {
          const body = { appId: key.appId, label: `Key ${turn}`, scopes: ['apps:read' as const] }
          await world.as(key, 0).keys.issue({ body })
          await sleep(pauseMs)
        }
        socket.disconnect()
      })
      await Promise.all(lanes)
      if (eventMs.length < tenants * writes) throw new Error('an event did not arrive')
      return [
        row(100, 'live event, commit to socket, p50', eventMs, 0.5),
        row(500, 'live event, commit to socket, p99', eventMs, 0.99),
        row(1000, 'log line, answer to socket, p99', entryMs, 0.99),
      ]
    },
    { processes: 2 },
  )
}

/** What the clock of the writer said is a little before its commit: an upper bound. */
function note(into: number[], instants: readonly string[]): void {
  for (const at of instants) into.push(Date.now() - Date.parse(at))
}

function row(bound: number, name: string, samples: readonly number[], share: number): Measure {
  return atMost(bound, { name, value: percentile(samples, share), unit: 'ms' })
}
