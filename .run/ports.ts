import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return probe(0)
}

/**
 * Ports of other protocols, which browsers and Node's own fetch refuse to ask: the "bad ports" of the
 * fetch standard. What listens there would be reached by nobody.
 */
const refusedByBrowsers = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10_080,
])

export const isRefusedByBrowsers = (port: number): boolean => refusedByBrowsers.has(port)

/** A port for the shell, whose portal's, 100 above it, is free as well. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const port = await freePort()
    if (isRefusedByBrowsers(port) || isRefusedByBrowsers(port + 100)) continue
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
