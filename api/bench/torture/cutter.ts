/** Stands between a worker and its database, and cuts connections when the answer to a commit is on its way. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Cutter {
  readonly port: number
  /** Has so many answers lost, of what is asked from now on; resolves when they are. */
  cut(count: number): Promise<void>
  stop(): Promise<void>
}

/** By the names of the pools: what asks in them is a transaction with each statement. */
const pools = ['sonaqor beside', 'sonaqor webhook doors']
/** PostgreSQL is ready for the next statement, and in no transaction: what came before it is committed. */
const committed = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

export async function startCutter(target: number): Promise<Cutter> {
  let left = 0
  let over: (() => void) | undefined
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    const database = connect(target, '127.0.0.1')
    const ends = [client, database]
    const end = () => ends.forEach((socket) => socket.destroy())
    for (const socket of ends) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    let asked = 0
    let isStruck = false
    client.on('data', (chunk) => {
      if (asked === 0) isStruck = pools.some((pool) => chunk.includes(pool))
      asked += 1
      database.write(chunk)
    })
    database.on('data', (chunk) => {
      // The first answers let it in.
      if (isStruck && left > 0 && asked > 4 && chunk.includes(committed)) {
        left -= 1
        end()
        if (left === 0) over?.()
        return
      }
      client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut: (count) =>
      new Promise((resolve) => {
        left = count
        over = resolve
      }),
    stop: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
