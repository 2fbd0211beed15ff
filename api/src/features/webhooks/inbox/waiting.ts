/** How a request waits for a message: it holds no connection to the database, and is heard of by the bus. */
import { inboxWaitsMax } from '@sonaqor/contract/webhook-bounds'
import type { Principal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { createPlaces, type Leave } from '../../../core/limits/index.ts'
import { Problem } from '../../../core/problems/index.ts'

export interface Listening {
  /** Until something was said of the topic since it was asked last, or the time is over. */
  heard(withinMs: number): Promise<void>
  stop(): void
}

export interface Waiting {
  /** Hears what is said from now on; `gone` ends each wait, and so does the end of the process. */
  listen(topic: string, gone: AbortSignal): Listening
  /** Takes one of the places for those who wait, or refuses where they have them all. */
  takePlace(whose: Principal): Promise<Leave>
  readonly ending: AbortSignal
}

/** Of all principals of a tenant: keys can be made, and sessions opened, in any number. */
const waitsOfTenant = 10 * inboxWaitsMax
const retryAfterSeconds = 5

export function waitingRoom({ bus, database, ending }: Foundation): Waiting {
  const places = createPlaces(database)
  return {
    ending,
    listen(topic, gone) {
      let isNew = false
      let wake: (() => void) | undefined
      const hear = () => {
        isNew = true
        wake?.()
      }
      const stopHearing = bus.on(topic, hear)
      return {
        async heard(withinMs) {
          const over = AbortSignal.any([gone, ending, AbortSignal.timeout(withinMs)])
          if (!isNew && !over.aborted) {
            await new Promise<void>((resolve) => {
              wake = resolve
              over.addEventListener('abort', () => resolve(), { once: true })
            })
          }
          isNew = false
        },
        stop: stopHearing,
      }
    },
    async takePlace({ tenantId, kind, id }) {
      const tenant = `tenant ${tenantId}`
      const held: Leave[] = []
      const leave = () => held.forEach((leaveOne) => leaveOne())
      try {
        for (const [subject, most] of [
          [`${tenant} ${kind} ${id}`, inboxWaitsMax],
          [tenant, waitsOfTenant],
        ] as const) {
          const place = await places.take({ of: 'inbox-waits', subject, most })
          if (!place) throw tooMany()
          held.push(place)
        }
      } catch (error) {
        // One that is not given back is held as long as this process lives.
        leave()
        throw error
      }
      return leave
    },
  }
}

const tooMany = () =>
  new Problem('quota-exceeded', {
    detail: `At most ${inboxWaitsMax} requests of one caller wait for messages at once, and ${waitsOfTenant} of a tenant.`,
    retryAfterSeconds,
  })
