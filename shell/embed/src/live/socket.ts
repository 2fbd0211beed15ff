import { whenIdle } from '@sonaqor/module/when-idle'
import type { Connect } from './live-connection.ts'

/** Opens the live socket. Its library is loaded only where something is live, and after what is seen first. */
export function connectTo(origin: string): Connect {
  return async (auth) => {
    await new Promise<void>((resolve) => whenIdle(resolve))
    const { io } = await import('socket.io-client')
    return io(origin, {
      path: '/live',
      // Any balancer will do when there is no polling to keep on one process.
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 10_000,
      auth,
    })
  }
}
