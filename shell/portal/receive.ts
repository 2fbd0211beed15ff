/**
 * What Sonaqor tells us, at an address of our own. Whoever wants to may send there: what is not signed
 * with our secret is refused, and nothing else of a message is believed before that.
 */
import type { IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'

export interface Received {
  /** Null where it was refused: what it says of itself is anybody's word. */
  readonly type: string | null
  readonly at: string
  /** Null where it verified. */
  readonly refusedFor: string | null
}

interface Message {
  readonly id: string | null
  readonly shown: Received
}

const bytesMax = 256 * 1024
const keptMax = 8

/** In memory, for a demonstration: the last that verified and the last that were refused, the newest first. */
let messages: readonly Message[] = []

export const received = (): readonly Received[] => messages.map(({ shown }) => shown)

/** The status and body to answer with. Anything but a status of 2xx is sent again later. */
export async function receive(
  request: IncomingMessage,
  secret: string | undefined,
): Promise<{ status: number; body: unknown }> {
  if (!secret) {
    return { status: 503, body: { message: 'SONAQOR_WEBHOOK_SECRET is not set on our server.' } }
  }
  const text = await textOf(request)
  if (text === undefined) return { status: 413, body: { message: 'This is too much for us.' } }
  try {
    const headers = request.headers as Record<string, string>
    const { type } = new Webhook(secret).verify(text, headers) as { type: string }
    keep(headers['webhook-id'] ?? null, { type: String(type), refusedFor: null })
    return { status: 200, body: { message: 'Taken.' } }
  } catch (error) {
    const refusedFor = (error as Error).message
    keep(null, { type: null, refusedFor })
    return { status: 400, body: { message: `Not signed for us: ${refusedFor}` } }
  }
}

/** What came off may come again, with the id that it had: then it takes the place of the one before. */
function keep(id: string | null, what: Omit<Received, 'at'>): void {
  const others = messages.filter((message) => id === null || message.id !== id)
  const shown = { ...what, at: new Date().toISOString() }
  messages = [{ id, shown }, ...others].filter(isAmongLast)
}

/** Each kind has its own places: without a signature anybody could push out what was signed. */
function isAmongLast({ shown }: Message, place: number, all: readonly Message[]): boolean {
  const isRefused = shown.refusedFor !== null
  const newer = all.slice(0, place)
  return newer.filter((one) => (one.shown.refusedFor !== null) === isRefused).length < keptMax
}

/** The very bytes that were signed, or nothing where there are too many of them. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Whoever stops reading in the usual way closes the connection, and could not answer any more.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length
    if (bytes > bytesMax) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}
