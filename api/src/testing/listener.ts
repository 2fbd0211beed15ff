/** A screen that listens, for tests: one live socket, and all that it has heard. */
import type { FromBrowser, FromServer, LiveEvent } from '@sonaqor/contract/live'
import { io, type Socket } from 'socket.io-client'
import type { Holder } from './transport.ts'

export interface Listener {
  readonly socket: Socket<FromServer, FromBrowser>
  readonly events: LiveEvent[]
  /** What `since` would be after a loss. */
  head(): number
  hasExpired(): boolean
  /** Until it has heard what is looked for; fails with what it heard instead. */
  until(found: () => boolean, withinMs?: number): Promise<void>
  close(): void
}

export interface ListenOptions {
  readonly since?: number
  readonly origin?: string
  /** The address that a proxy of ours says it comes from. */
  readonly from?: string
}

export async function listenAt(
  url: string,
  holder: Holder,
  { since, origin, from }: ListenOptions = {},
): Promise<Listener> {
  const socket: Socket<FromServer, FromBrowser> = io(url, {
    path: '/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { token: holder.token, ...(since === undefined ? {} : { since }) },
    extraHeaders: {
      ...(origin ? { origin } : {}),
      ...(from ? { 'x-forwarded-for': from } : {}),
    },
  })
  const events: LiveEvent[] = []
  let head: number | undefined
  let expired = false
  socket.on('events', (batch) => {
    events.push(...batch.events)
    head = batch.head
  })
  socket.on('expired', () => {
    expired = true
  })
  const listener: Listener = {
    socket,
    events,
    head: () => head ?? 0,
    hasExpired: () => expired,
    until: async (found, withinMs = 60_000) => {
      const end = performance.now() + withinMs
      while (!found()) {
        if (performance.now() > end) throw new Error(`heard only ${JSON.stringify(events)}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    close: () => socket.disconnect(),
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  // The first batch says where the listener stands; from then on nothing passes it by.
  await listener.until(() => head !== undefined)
  return listener
}
