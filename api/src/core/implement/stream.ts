/** Files of any length that are sent while they are read. */
import { Readable } from 'node:stream'
import { Problem } from '../problems/index.ts'
import type { OpenScope, Scope } from '../scope/index.ts'
import type { Answer } from './answer.ts'

/** What the handler of an endpoint that streams returns: the file, with nothing of it read yet. */
export interface FileOut {
  readonly contentType: string
  /** What a browser calls it when it keeps it: plain letters, digits, dots and dashes. */
  readonly fileName: string
  /** How long it is, where that is known: who gets less of it is told by the connection itself. */
  readonly bytes?: number
  /**
   * Its pieces, in a scope of its own that sees what the request saw and opens after that has
   * committed: what is audited is in the chain before the first byte leaves.
   */
  read(scope: Scope): AsyncIterable<string | Uint8Array>
}

/** How many files one process sends at once: each holds a connection to the database. */
const filesAtOnce = 4

/** A caller that takes nothing for so long is given up; the database ends its side before that. */
export const stallMs = 45_000

const pieceLength = 64 * 1024

export type SendFile = (scope: OpenScope, answer: Answer) => Answer

/** Turns the file of an answer into a stream that reads as fast as the caller takes it. */
export function createFileSender(atOnce = filesAtOnce): SendFile {
  let open = 0
  return (scope, answer) => {
    if (!answer.file) return answer
    if (open >= atOnce) {
      throw new Problem('overloaded', {
        detail: 'Too many files are being sent at once.',
        retryAfterSeconds: 5,
      })
    }
    open += 1
    const stream = Readable.from(piecesOf(scope, answer.file), { objectMode: false })
    stream.once('close', () => (open -= 1))
    return { ...answer, stream }
  }
}

export function fileAnswerOf(file: FileOut): Answer {
  return {
    status: 200,
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
      ...(file.bytes === undefined ? {} : { 'content-length': String(file.bytes) }),
    },
    body: null,
    file,
  }
}

/** Its transaction ends with the last piece, with a fault, or when the caller goes away. */
async function* piecesOf(request: OpenScope, file: FileOut): AsyncGenerator<string | Uint8Array> {
  const scope = await request.besides()
  try {
    let piece = ''
    for await (const part of file.read(scope)) {
      const isText = typeof part === 'string'
      if (isText) piece += part
      if (isText && piece.length < pieceLength) continue
      if (piece !== '') yield piece
      piece = ''
      if (!isText) yield part
    }
    if (piece !== '') yield piece
  } catch (error) {
    request.log.error({ err: error }, 'a file was cut off while it was sent')
    throw error
  } finally {
    await scope.transaction.rollback()
  }
}
