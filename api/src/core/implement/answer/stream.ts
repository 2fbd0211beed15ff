/** Files of any length that are sent while they are read. */
import { Readable } from 'node:stream'
import type { Places } from '../../limits/index.ts'
import type { OpenScope, Scope } from '../../scope/index.ts'
import type { Answer } from './answer.ts'
import { filePace, keepPace, type FilePace, type Flow } from './file-pace.ts'
import { createFilePlaces, filesAtOnce, type FilesAtOnce } from './file-places.ts'

/**
 * Does one step of reading a file, in a scope of its own that sees what the request saw. No connection to
 * the database is held between two of them, however long the caller takes for what was read.
 */
export type ReadStep = <Found>(work: (scope: Scope) => Promise<Found>) => Promise<Found>

/** What the handler of an endpoint that streams returns: the file, with nothing of it read yet. */
export interface FileOut {
  readonly contentType: string
  /** What a browser calls it when it keeps it: plain letters, digits, dots and dashes. */
  readonly fileName: string
  /** How long it is, where that is known: who gets less of it is told by the connection itself. */
  readonly bytes?: number
  /**
   * What taking it away comes to, as that it is audited: done before the request commits, once there is a
   * place for the file, and not for who asks for its head alone.
   */
  taken(scope: Scope): void | Promise<void>
  /** Its pieces. The first is read after the request has committed. */
  read(step: ReadStep): AsyncIterable<string | Uint8Array>
}

/** A caller that takes nothing at all for so long is given up. */
export const stallMs = 45_000

const pieceLength = 64 * 1024

interface Asked {
  readonly isHead: boolean
}

export type SendFile = (scope: OpenScope, answer: Answer, asked: Asked) => Promise<Answer>

/** Turns the file of an answer into a stream that reads as fast as the caller takes it. */
export function createFileSender(
  places: Places,
  bounds: { readonly atOnce?: FilesAtOnce; readonly pace?: FilePace } = {},
): SendFile {
  const { atOnce = filesAtOnce, pace = filePace } = bounds
  const takePlace = createFilePlaces(places, atOnce)
  return async (scope, answer, { isHead }) => {
    const { file } = answer
    if (!file) return answer
    if (isHead) return { ...answer, stream: Readable.from([]) }
    const leave = await takePlace(scope.principal)
    try {
      await file.taken(scope)
    } catch (error) {
      leave()
      throw error
    }
    const flow: Flow = { takenBytes: 0, isTheirTurn: false }
    const stream = Readable.from(piecesOf(scope, file, flow), { objectMode: false })
    stream.once('close', leave)
    keepPace(stream, flow, pace)
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

/** Small enough that it is seen how fast they are taken. */
async function* piecesOf(
  request: OpenScope,
  file: FileOut,
  flow: Flow,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of inLots(file.read(stepOf(request)))) {
      for (let from = 0; from < part.length; from += pieceLength) {
        const piece = part.subarray(from, from + pieceLength)
        flow.isTheirTurn = true
        yield piece
        flow.isTheirTurn = false
        flow.takenBytes += piece.length
      }
    }
  } catch (error) {
    request.log.error({ err: error }, 'a file was cut off while it was sent')
    throw error
  }
}

/** Lines are sent together. */
async function* inLots(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let text = ''
  for await (const part of parts) {
    const isText = typeof part === 'string'
    if (isText) text += part
    if (isText && text.length < pieceLength) continue
    if (text !== '') yield Buffer.from(text)
    text = ''
    if (!isText) yield part
  }
  if (text !== '') yield Buffer.from(text)
}

const stepOf =
  (request: OpenScope): ReadStep =>
  async (work) => {
    const scope = await request.besides()
    try {
      return await work(scope)
    } finally {
      await scope.transaction.rollback()
    }
  }
