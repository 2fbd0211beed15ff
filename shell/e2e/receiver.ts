/** A receiver of a partner's: it takes what is posted to it, and holds each message against its secret. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export interface Message {
  readonly id: string
  readonly type: string
}

export interface Receiver {
  readonly url: string
  /** What its person has copied; until then it refuses everything. */
  secret: string
  /** Those that verified, the first first. */
  readonly taken: readonly Message[]
  readonly refused: readonly string[]
  close(): void
}

export async function openReceiver(): Promise<Receiver> {
  const taken: Message[] = []
  const refused: string[] = []
  const server = createServer(async (request, response) => {
    try {
      const body = await bodyOf(request)
      const headers = request.headers as Record<string, string>
      const { type } = new Webhook(receiver.secret).verify(body, headers) as { type: string }
      taken.push({ id: headers['webhook-id']!, type })
      response.writeHead(200).end('taken')
    } catch (error) {
      refused.push(String(error))
      response.writeHead(400).end('not signed for us')
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hooks`,
    secret: `whsec_${btoa('nobody has copied it as yet')}`,
    taken,
    refused,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return receiver
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
