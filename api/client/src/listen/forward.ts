/** One message, sent to an address of this machine as it was sent to the inbox, byte by byte. */
import { request as requestOverHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestOverHttps } from 'node:https'
import type { Forward, Message } from './inbox-api.ts'

export interface Forwarded extends Omit<Forward, 'to'> {
  /** What more there is to say of it, in a line: how it failed, or how the answer begins. */
  readonly words: string
}

export interface Forwarding {
  readonly to: URL
  readonly signal: AbortSignal
  readonly timeoutMs?: number
}

/** More of an answer is not waited for; the status is known by then. */
const answerMax = 64 * 1024
const wordsMax = 200

/** They belong to the connection that it came over, and not to the message. */
const ofConnection = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Rejects only where the signal ends it: whatever a receiver does is an outcome. */
export async function forward(message: Message, forwarding: Forwarding): Promise<Forwarded> {
  const { signal, timeoutMs = 30_000 } = forwarding
  const began = performance.now()
  const outcome = await exchange(message, forwarding, timeoutMs).catch((error: unknown) => {
    signal.throwIfAborted()
    return failed(error, timeoutMs)
  })
  return { ...outcome, latencyMs: Math.round(performance.now() - began) }
}

type Outcome = Omit<Forwarded, 'latencyMs'>

class Late extends Error {}

async function exchange(
  { headers, body }: Message,
  { to, signal }: Forwarding,
  timeoutMs: number,
): Promise<Outcome> {
  const bytes = Buffer.from(body)
  const send = to.protocol === 'https:' ? requestOverHttps : requestOverHttp
  const sent = send(to, {
    method: 'POST',
    headers: { ...carried(headers), 'content-length': bytes.length },
    // One that was kept may be closed by then, where the receiver was started anew.
    agent: false,
    signal,
  })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    sent.destroy()
  }, timeoutMs)
  try {
    return await read(await answerTo(sent, bytes))
  } catch (error) {
    // An answer that is broken off says nothing of whom by.
    throw isLate ? new Late() : error
  } finally {
    clearTimeout(timer)
  }
}

const answerTo = (sent: ClientRequest, bytes: Buffer) =>
  new Promise<IncomingMessage>((done, fail) => {
    sent.on('response', done)
    sent.on('error', fail)
    sent.on('close', () => fail(new Error('it closed the connection without an answer')))
    sent.end(bytes)
  })

const carried = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofConnection.has(name.toLowerCase())),
  )

/** To its end, or as far as anybody would want to read. A redirect is an answer like another. */
async function read(answer: IncomingMessage): Promise<Outcome> {
  const { statusCode: status = 0 } = answer
  let [length, start] = [0, '']
  for await (const part of answer as AsyncIterable<Buffer>) {
    if (start.length < wordsMax) start += part.toString('utf8')
    length += part.length
    if (length > answerMax) break
  }
  answer.destroy()
  if (status < 200 || status > 599) {
    return { status: null, fault: 'broken', words: `it answered with the status ${status}` }
  }
  return { status, fault: null, words: wordsOf(answer, status, start) }
}

function wordsOf({ headers }: IncomingMessage, status: number, start: string): string {
  if (status < 300) return ''
  if (status < 400)
    return `redirects are not followed: ${inALine(headers.location ?? 'to nowhere')}`
  return inALine(start)
}

/** What a receiver says must not move the cursor of whoever reads it. */
const inALine = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, wordsMax)

const refusals = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
])

function failed(error: unknown, timeoutMs: number): Outcome {
  if (error instanceof Late) {
    const words = `there was no whole answer within ${timeoutMs / 1000} s`
    return { status: null, fault: 'timeout', words }
  }
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  if (refusals.has(code)) return { status: null, fault: 'refused', words: 'nobody listens there' }
  const fault = code === 'ETIMEDOUT' ? 'timeout' : 'broken'
  return { status: null, fault, words: inALine(message || code) }
}
