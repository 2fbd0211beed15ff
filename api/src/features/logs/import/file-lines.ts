/** The lines of a file in lots, with their numbers; however long the file or one of its lines is. */
import { bytesOf } from './file-bytes.ts'

export interface FileLine {
  readonly number: number
  /** Null where it is longer than any line of an access log. */
  readonly text: string | null
}

export interface FileLot {
  readonly lines: readonly FileLine[]
  /** Of the file as it stands on the disk, so far. */
  readonly bytes: number
}

const lineMax = 256 * 1024
const lotMax = 5000

export async function* lotsOf(path: string): AsyncGenerator<FileLot> {
  let lines: FileLine[] = []
  let number = 0
  const rest = new Rest()
  const add = () => {
    const text = rest.taken()
    number += 1
    // Some editors begin a file with a mark that says it is UTF-8.
    lines.push({ number, text: number === 1 && text ? text.replace(/^\uFEFF/, '') : text })
  }
  const { chunks, read } = await bytesOf(path)
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      rest.add(chunk.subarray(from, end))
      from = end + 1
      add()
      if (lines.length < lotMax) continue
      yield { lines, bytes: read() }
      lines = []
    }
    rest.add(chunk.subarray(from))
  }
  // A file ends behind its last line, or within it.
  if (!rest.isEmpty) add()
  if (lines.length > 0) yield { lines, bytes: read() }
}

/** What has been read of a line so far. */
class Rest {
  #pieces: Buffer[] = []
  #bytes = 0

  get isEmpty(): boolean {
    return this.#bytes === 0
  }

  add(piece: Buffer): void {
    this.#bytes += piece.length
    if (this.#bytes > lineMax) this.#pieces = []
    else if (piece.length > 0) this.#pieces.push(piece)
  }

  taken(): string | null {
    const text = this.#bytes > lineMax ? null : Buffer.concat(this.#pieces).toString('utf8')
    this.#pieces = []
    this.#bytes = 0
    return text?.replace(/\r$/, '') ?? null
  }
}
