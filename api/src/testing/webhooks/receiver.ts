/** Somebody whose system hears of events: it keeps what came, and answers as it is told to. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly at: number
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Of one path, where several endpoints are brought here. */
  at(path: string): Received[]
  answer: (reply: ServerResponse, received: Received) => void
  stop(): Promise<void>
}

const accept = (reply: ServerResponse) => void reply.writeHead(204).end()

export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    received: [],
    at: (path) => receiver.received.filter((one) => one.path === path),
    answer: accept,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  const server = createServer(async (request, reply) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    const { url: path = '', headers, method = '' } = request
    const one = { method, path, headers, body, at: performance.now() }
    receiver.received.push(one)
    receiver.answer(reply, one)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(receiver, { url: `http://127.0.0.1:${port}` })
}
