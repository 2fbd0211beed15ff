/** From the end of a credential in one process to its last use in another. */
import { once } from 'node:events'
import { io } from 'socket.io-client'
import { inWorld } from '../ground.ts'
import { atMost, percentile, type Measure } from '../measure.ts'

const lanes = 4
const turns = 25

export function revoke(): Promise<Measure[]> {
  return inWorld(
    async ({ world }) => {
      const socketMs: number[] = []
      let accepted = 0
      const lane = async (_: unknown, number: number) => {
        const tenant = await world.tenant(`Bench ${number}`)
        const owner = await tenant.member()
        for (let turn = 0; turn < turns; turn += 1) {
          const key = await tenant.key()
          const use = () => world.ask('/v1/apps', { as: key, server: 1 })
          if ((await use()).status !== 200) throw new Error('a new key was refused')
          const socket = io(world.servers[1]?.url ?? '', {
            path: '/live',
            transports: ['websocket'],
            auth: { token: key.token },
          })
          await once(socket as never, 'connect')
          const closed = once(socket as never, 'disconnect')
          await world.as(owner, 0).keys.revoke({ params: { id: key.id } })
          const endedAt = performance.now()
          if ((await use()).status === 200) accepted += 1
          await closed
          socketMs.push(performance.now() - endedAt)
          socket.disconnect()
        }
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      return [
        atMost(0, {
          name: `next request with a revoked key, in another process, accepted of ${lanes * turns}`,
          value: accepted,
          unit: 'requests',
        }),
        atMost(1000, {
          name: 'revoked key, answer to the end of its open socket elsewhere, p99',
          value: percentile(socketMs, 0.99),
          unit: 'ms',
        }),
      ]
    },
    { processes: 2 },
  )
}
