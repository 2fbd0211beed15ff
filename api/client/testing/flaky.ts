/** A way to the API on which things go wrong: what it does to each request in turn, and then nothing more. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/**
 * `lost`: it never arrives. `unanswered`: it is done, and the answer is lost. `cut`: of the answer a
 * part comes. The others are answered on the way, and go no further.
 */
export type Mishap = 'lost' | 'unanswered' | 'cut' | 'passed' | 429 | 500 | 502 | 503

export interface Flaky {
  readonly url: string
  /** What happens to the requests from now on, one by one; all others pass. */
  next(...mishaps: readonly Mishap[]): void
  /** The headers of each request, in order, whatever became of it. */
  readonly seen: readonly IncomingMessage['headers'][]
  close(): Promise<void>
}

export async function openFlaky(target: string): Promise<Flaky> {
  let mishaps: Mishap[] = []
  const seen: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    seen.push(request.headers)
    pass(target, request, response, mishaps.shift() ?? 'passed').catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (...some) => void (mishaps = [...some]),
    seen,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  mishap: Mishap,
): Promise<void> {
  const sent = await buffer(request)
  if (mishap === 'lost') return void response.destroy()
  if (typeof mishap === 'number') {
    response.writeHead(mishap, { 'content-type': 'text/html', 'retry-after': '0' })
    return void response.end('<h1>One moment</h1>')
  }
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
  const answer = await fetch(target + (request.url ?? ''), {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(sent.length === 0 ? {} : { body: sent }),
  })
  const body = Buffer.from(await answer.arrayBuffer())
  if (mishap === 'unanswered') return void response.destroy()
  const told = Object.fromEntries(answer.headers)
  delete told['content-encoding']
  delete told['transfer-encoding']
  response.writeHead(answer.status, { ...told, 'content-length': body.length })
  if (mishap === 'passed') return void response.end(body)
  response.write(body.subarray(0, body.length / 2), () => response.destroy())
}
