/** Reads a body within bounds: its own, that of all bodies that are read at once, and a pace. */
import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream'
import { Problem } from '../../problems/index.ts'

export const bodyMaxDefault = 64 * 1024

export interface BodyBounds {
  /** What all large bodies in hand may hold in memory together. */
  readonly largeBytes: number
  /** Room of its own for the small ones: whatever is uploaded, people still sign in. */
  readonly smallBytes: number
  /** A body that brings less than a small one in this time is cut off. */
  readonly paceMs: number
}

const defaults: BodyBounds = {
  largeBytes: 96 * 1024 * 1024,
  smallBytes: 32 * 1024 * 1024,
  paceMs: 10_000,
}

export interface Body {
  readonly bytes: Buffer
  /** Gives the room back once nobody needs the bytes any more. */
  release(): void
}

export const noBody: Body = { bytes: Buffer.alloc(0), release: () => undefined }

/** The whole body, or a Problem: 413 past `max`, 503 while too many others are being read. */
export type ReadBody = (request: IncomingMessage, max: number) => Promise<Body>

const lengthOf = ({ headers }: IncomingMessage) => Number(headers['content-length'] ?? 0)

/** Whether it may become larger than most endpoints take. One that tells no length may. */
export function isLarge(request: IncomingMessage, max: number): boolean {
  const isTold = request.headers['transfer-encoding'] === undefined
  return max > bodyMaxDefault && !(isTold && lengthOf(request) <= bodyMaxDefault)
}

export function createBodyReader(bounds = defaults): ReadBody {
  const large = { heldBytes: 0, maxBytes: bounds.largeBytes }
  const small = { heldBytes: 0, maxBytes: bounds.smallBytes }
  return async (request, max) => {
    if (lengthOf(request) > max) throw tooLarge(request, max)
    const room = isLarge(request, max) ? large : small
    const chunks: Buffer[] = []
    let length = 0
    const release = () => {
      room.heldBytes -= length
      length = 0
    }
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      room.heldBytes += chunk.length
      if (length > max) throw tooLarge(request, max)
      if (room.heldBytes > room.maxBytes) throw overloaded(request)
    }
    try {
      await readAll(request, bounds.paceMs, take)
    } catch (error) {
      release()
      if (error instanceof Problem) throw error
      throw new Problem('bad-request', { detail: 'The body ended too early.', cause: error })
    }
    return { bytes: Buffer.concat(chunks), release }
  }
}

/** Ends with the body, with the first chunk that is not taken, or when too little comes. */
function readAll(
  request: IncomingMessage,
  paceMs: number,
  take: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let came = 0
    const end = (error?: unknown) => {
      clearInterval(pace)
      request.off('data', hear)
      forget()
      if (error) reject(error)
      else resolve()
    }
    const hear = (chunk: Buffer) => {
      came += chunk.length
      try {
        take(chunk)
      } catch (error) {
        end(error)
      }
    }
    const pace = setInterval(() => {
      if (came < bodyMaxDefault) end(tooSlow(request))
      came = 0
    }, paceMs)
    const forget = finished(request, { writable: false }, end)
    request.on('data', hear)
  })
}

function tooLarge(request: IncomingMessage, max: number): Problem {
  discard(request)
  return new Problem('too-large', { detail: `The body may have at most ${max} bytes.` })
}

function tooSlow(request: IncomingMessage): Problem {
  discard(request)
  return new Problem('bad-request', { detail: 'The body came too slowly.' })
}

function overloaded(request: IncomingMessage): Problem {
  discard(request)
  return new Problem('overloaded', {
    detail: 'Too many bodies are being read at once.',
    retryAfterSeconds: 2,
  })
}

/** A caller that still sends should hear the refusal before the connection closes on it. */
export function discard(request: IncomingMessage): void {
  const giveUp = setTimeout(() => request.destroy(), 2000).unref()
  request.on('close', () => clearTimeout(giveUp))
  setImmediate(() => request.resume())
}
