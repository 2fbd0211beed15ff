/** The other side of webhooks, in a process of its own: it accepts all, and says when each one came. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How long each event was on its way, in milliseconds, since it was last asked. */
let latencies: number[] = []

const happenedAt = /"timestamp":"([^"]+)"/

const lateMs = 14_000

/** What is sent to `/hang` is taken, and never answered; what is sent to `/late` is, as late as may be. */
const server = createServer((request, reply) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    if (request.url?.startsWith('/hang')) return
    if (request.url?.startsWith('/late')) {
      setTimeout(() => reply.writeHead(204).end(), lateMs)
      return
    }
    const [, at = ''] = happenedAt.exec(Buffer.concat(chunks).toString('latin1')) ?? []
    latencies.push(performance.timeOrigin + performance.now() - Date.parse(at))
    reply.writeHead(204).end()
  })
})

process.on('message', () => {
  process.send?.({ latencies })
  latencies = []
})
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
