import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to the database that can be shut: to a server behind it, PostgreSQL is simply gone. */
export interface Gate {
  /** The same address, through the gate. */
  through(url: string): string
  shut(): Promise<void>
  open(): Promise<void>
}

export async function openGate(databaseUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname)
    for (const [socket, other] of [[inner, outer] as const, [outer, inner] as const]) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => sockets.delete(socket))
      socket.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo
  return {
    through: (url) => Object.assign(new URL(url), { port: String(own) }).href,
    shut: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
    open: async () => {
      server.listen(own, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
