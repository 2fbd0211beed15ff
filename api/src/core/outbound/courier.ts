/**
 * Carries requests to receivers that somebody else has named, and says how each one went, whatever was
 * done to it. Connections are kept for the next request: their address was looked at when they were made.
 */
import { Agent as HttpAgent, request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import type { Socket } from 'node:net'
import { allowing, guarded, requireWay, type Resolve } from './guard.ts'
import { IdentifiedAgent, shown, type ClientIdentity } from './identity.ts'
import { isLoopback } from './is-public.ts'
import { createResolve } from './resolve.ts'

export interface CourierOptions {
  /** For tests and the demo of one machine: what listens there, over http too. */
  readonly allowsLoopback: boolean
  /** Who is asked for the addresses of names, in place of the machine's own. */
  readonly dnsServers?: readonly string[]
  readonly resolve?: Resolve
  /** For the whole of it: from looking up the name to the last byte. */
  readonly timeoutMs: number
  /** What is read of an answer at most. */
  readonly answerMax: number
}

export interface CourierRequest {
  readonly url: string
  /** Who we are, where a receiver asks for a certificate; over plain http nobody does. */
  readonly identity?: ClientIdentity | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Null for what it did not come to, or what a kept connection had behind it. */
export interface CourierTiming {
  readonly dnsMs: number | null
  readonly connectMs: number | null
  readonly tlsMs: number | null
  readonly firstByteMs: number | null
}

export interface Carried {
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  /** What came of the body, as far as it was read. */
  readonly body: Buffer
  /** Whether there was more of it. */
  readonly isCut: boolean
  /** Why there was no answer, or no whole one. */
  readonly error: NodeJS.ErrnoException | null
  readonly isLate: boolean
  readonly latencyMs: number
  readonly timing: CourierTiming
  readonly address: string | null
}

export interface Courier {
  /** Never throws. */
  post(request: CourierRequest): Promise<Carried>
  /** The same without a body: what may be done there. */
  options(request: Omit<CourierRequest, 'body'>): Promise<Carried>
  close(): void
}

const keptPerHost = 64
const keptInAll = 2000
/** Shorter than receivers keep theirs, so that few are closed just as they are used. */
const keptMs = 4000

export function createCourier(options: CourierOptions): Courier {
  const { allowsLoopback, dnsServers, timeoutMs } = options
  const resolve = options.resolve ?? createResolve(dnsServers)
  const kept = {
    keepAlive: true,
    maxFreeSockets: keptPerHost,
    maxTotalSockets: keptInAll,
    timeout: keptMs,
    scheduling: 'lifo',
  } as const
  const plain = { agent: new HttpAgent(kept), lookup: guarded(isLoopback, resolve) }
  const sealed = {
    agent: new IdentifiedAgent(kept),
    lookup: guarded(allowing(allowsLoopback), resolve),
  }
  const carry = async (method: 'POST' | 'OPTIONS', request: CourierRequest) => {
    const beganAt = performance.now()
    const carrying = new Carrying(request, options.answerMax, beganAt)
    try {
      const url = new URL(request.url)
      const isPlain = requireWay(url, allowsLoopback)
      const { headers, identity } = request
      const ask = () =>
        isPlain
          ? overHttp(url, { ...plain, method, headers })
          : overHttps(url, { ...sealed, method, headers, ...shown(identity) })
      const late = setTimeout(() => carrying.giveUp(), timeoutMs)
      await carrying.carry(ask)
      clearTimeout(late)
    } catch (error) {
      carrying.error = error as NodeJS.ErrnoException
    }
    return carrying.result()
  }
  return {
    post: (request) => carry('POST', request),
    options: (request) => carry('OPTIONS', { ...request, body: nothing }),
    close() {
      plain.agent.destroy()
      sealed.agent.destroy()
    },
  }
}

const nothing = Buffer.alloc(0)

type Ask = () => ReturnType<typeof overHttp>

class Carrying {
  error: NodeJS.ErrnoException | null = null
  readonly #request: CourierRequest
  readonly #answerMax: number
  readonly #beganAt: number
  #asked: ReturnType<Ask> | undefined
  #answer: IncomingMessage | undefined
  #chunks: Buffer[] = []
  #bytes = 0
  #isCut = false
  #isLate = false
  #address: string | null = null
  #foundAt: number | null = null
  #connectedAt: number | null = null
  #sealedAt: number | null = null
  #firstByteAt: number | null = null
  #socketAt: number | null = null

  constructor(request: CourierRequest, answerMax: number, beganAt: number) {
    this.#request = request
    this.#answerMax = answerMax
    this.#beganAt = beganAt
  }

  giveUp(): void {
    this.#isLate = true
    this.#asked?.destroy(new Error('no answer in time'))
  }

  /** A kept connection that the other side closes just then is no fault of it: it is asked once more, anew. */
  async carry(ask: Ask): Promise<void> {
    for (let isFirst = true; ; isFirst = false) {
      this.error = await this.#once(ask)
      const wasKept = this.#asked?.reusedSocket === true
      const isOver = this.error === null || this.#answer || this.#isLate || !wasKept
      if (isOver || !isFirst) return
    }
  }

  #once(ask: Ask): Promise<NodeJS.ErrnoException | null> {
    return new Promise((resolve) => {
      const asked = ask()
      this.#asked = asked
      asked.once('socket', (socket) => this.#watch(socket))
      asked.once('response', (answer) => {
        this.#firstByteAt = performance.now()
        this.#answer = answer
        answer.on('data', (chunk: Buffer) => {
          if (!this.#read(chunk)) return
          // The rest is not waited for, and its connection carries nothing more.
          resolve(null)
          asked.destroy()
        })
        answer.once('end', () => resolve(null))
        answer.once('error', resolve)
        answer.once('close', () => resolve(new Error('the answer was cut off')))
      })
      asked.on('error', resolve)
      asked.once('close', () => resolve(new Error('the connection was closed')))
      asked.end(this.#request.body)
    })
  }

  /** Whether that was as much as is read. */
  #read(chunk: Buffer): boolean {
    if (this.#isCut) return false
    const room = this.#answerMax - this.#bytes
    this.#bytes += chunk.length
    this.#isCut = chunk.length > room
    this.#chunks.push(this.#isCut ? chunk.subarray(0, room) : chunk)
    return this.#isCut
  }

  #watch(socket: Socket): void {
    this.#socketAt = performance.now()
    if (!socket.connecting) {
      this.#address = socket.remoteAddress ?? null
      return
    }
    const startedAt = this.#socketAt
    socket.once('lookup', () => (this.#foundAt ??= performance.now()))
    socket.once('connect', () => {
      this.#connectedAt = performance.now()
      this.#foundAt ??= startedAt
      this.#address = socket.remoteAddress ?? null
    })
    socket.once('secureConnect', () => (this.#sealedAt = performance.now()))
  }

  result(): Carried {
    const endedAt = performance.now()
    const sentAt = this.#sealedAt ?? this.#connectedAt ?? this.#socketAt
    return {
      status: this.#answer?.statusCode ?? null,
      headers: this.#answer ? inOneLine(this.#answer) : {},
      body: Buffer.concat(this.#chunks),
      isCut: this.#isCut,
      error: this.error,
      isLate: this.#isLate,
      latencyMs: endedAt - this.#beganAt,
      timing: {
        dnsMs: between(this.#connectedAt === null ? null : this.#socketAt, this.#foundAt),
        connectMs: between(this.#foundAt, this.#connectedAt),
        tlsMs: between(this.#connectedAt, this.#sealedAt),
        firstByteMs: between(sentAt, this.#firstByteAt),
      },
      address: this.#address,
    }
  }
}

const between = (from: number | null, to: number | null) =>
  from === null || to === null ? null : Math.max(0, to - from)

function inOneLine({ headers }: IncomingMessage): Record<string, string> {
  const lines: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) lines[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return lines
}
