/** Reads a body within bounds: its own, and that of all bodies that are being read at once. */
import type { IncomingMessage } from 'node:http'
import { Problem } from '../problems/index.ts'

export const bodyMaxDefault = 64 * 1024

/** What all bodies in hand together may hold in memory. */
const budgetDefault = 96 * 1024 * 1024

export interface Body {
  readonly bytes: Buffer
  /** Gives the room back once nobody needs the bytes any more. */
  release(): void
}

export const noBody: Body = { bytes: Buffer.alloc(0), release: () => undefined }

/** The whole body, or a Problem: 413 past `max`, 503 while too many others are being read. */
export type ReadBody = (request: IncomingMessage, max: number) => Promise<Body>

export function createBodyReader(budgetBytes = budgetDefault): ReadBody {
  let heldBytes = 0
  return async (request, max) => {
    if (Number(request.headers['content-length'] ?? 0) > max) throw tooLarge(request, max)
    const chunks: Buffer[] = []
    let length = 0
    const release = () => {
      heldBytes -= length
      length = 0
    }
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        chunks.push(chunk as Buffer)
        length += (chunk as Buffer).length
        heldBytes += (chunk as Buffer).length
        if (length > max) throw tooLarge(request, max)
        if (heldBytes > budgetBytes) throw overloaded(request)
      }
    } catch (error) {
      release()
      if (error instanceof Problem) throw error
      throw new Problem('bad-request', { detail: 'The body ended too early.', cause: error })
    }
    return { bytes: Buffer.concat(chunks), release }
  }
}

function tooLarge(request: IncomingMessage, max: number): Problem {
  discard(request)
  return new Problem('too-large', { detail: `The body may have at most ${max} bytes.` })
}

function overloaded(request: IncomingMessage): Problem {
  discard(request)
  return new Problem('overloaded', {
    detail: 'Too many large requests are being read at once.',
    retryAfterSeconds: 2,
  })
}

/** A caller that still sends should hear the refusal before the connection closes on it. */
function discard(request: IncomingMessage): void {
  const giveUp = setTimeout(() => request.destroy(), 2000).unref()
  request.on('close', () => clearTimeout(giveUp))
  setImmediate(() => request.resume())
}
