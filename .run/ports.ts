import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return probe(0)
}

/** A port for the shell, whose portal's, 100 above it, is free as well. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const port = await freePort()
    const isPair = await probe(port + 100).then(
      () => true,
      () => false,
    )
    if (isPair) return port
  }
}

async function probe(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return taken
}
