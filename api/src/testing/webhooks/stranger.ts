/** A receiver that has nothing of ours: Node, the library of Standard Webhooks, and secrets. */
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'

export interface Heard {
  readonly path: string
  readonly id: string
  readonly signature: string
  /** What the library makes of it. */
  readonly payload: unknown
  /** Which of the secrets it was verified with; with none it was refused. */
  readonly by: readonly string[]
}

export interface Stranger {
  readonly url: string
  readonly heard: Heard[]
  /** Of each path; of those one that verifies is enough, as while a secret is rotated. */
  readonly secrets: Map<string, readonly string[]>
  /** What is answered to the next ones of a path though they verify; 204 after those. */
  readonly failures: Map<string, number[]>
  stop(): Promise<void>
}

export async function openStranger(): Promise<Stranger> {
  const heard: Heard[] = []
  const failures = new Map<string, number[]>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => void parts.push(part))
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      const path = request.url ?? ''
      const known = stranger.secrets.get(path) ?? []
      const found = known.flatMap((secret) => verified(secret, parts, headers))
      heard.push({
        path,
        id: headers['webhook-id'] ?? '',
        signature: headers['webhook-signature'] ?? '',
        payload: found[0]?.payload,
        by: found.map(({ secret }) => secret),
      })
      response.writeHead(found.length === 0 ? 400 : (failures.get(path)?.shift() ?? 204)).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const stranger: Stranger = {
    url: `http://127.0.0.1:${port}`,
    heard,
    secrets: new Map(),
    failures,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return stranger
}

function verified(
  secret: string,
  body: readonly Buffer[],
  headers: Record<string, string>,
): { secret: string; payload: unknown }[] {
  try {
    return [{ secret, payload: new Webhook(secret).verify(Buffer.concat(body), headers) }]
  } catch {
    return []
  }
}
