import { isRecord } from './about.ts'
import { sha256 } from './sha-256.ts'

/** What the last line of an export says of the lines before it. */
export interface Manifest {
  readonly entries: number
  /** Whether nothing of the chain is left out. */
  readonly whole: boolean
  readonly sha256: string
}

/** `cut`: it does not end with a manifest. `differs`: it does, and its bytes are not those that were sent. */
export type ExportVerdict =
  | { readonly fits: true; readonly manifest: Manifest }
  | { readonly fits: false; readonly because: 'cut' | 'differs' }

const newline = 10

/**
 * Reads an export as it comes, holds its last line back, and hashes all that came before. A file is
 * whole when its last line is a manifest and the hash is the one in it; nothing else tells a file that
 * was cut off at the end of a line from one that has no more of them.
 */
export function checkExport() {
  const hash = sha256()
  /** The last line so far, in pieces. Nothing but its end may be the end of a line. */
  let last: Uint8Array[] = []
  let lines = 0

  function take(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    const end = chunk.subarray(0, -1).lastIndexOf(newline)
    if (end < 0 && last.at(-1)?.at(-1) !== newline) {
      last.push(chunk)
      return
    }
    for (const piece of last) count(piece)
    count(chunk.subarray(0, end + 1))
    last = [chunk.subarray(end + 1)]
  }

  function count(piece: Uint8Array): void {
    hash.update(piece)
    for (const byte of piece) if (byte === newline) lines += 1
  }

  return {
    take,
    /** How many lines are behind; in JSONL each of them is an entry. */
    lines: () => lines,
    end(): ExportVerdict {
      const manifest = manifestIn(new TextDecoder().decode(joined(last)))
      if (!manifest) return { fits: false, because: 'cut' }
      const fits = hash.digest() === manifest.sha256
      return fits ? { fits, manifest } : { fits, because: 'differs' }
    },
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** `{"manifest":{…}}` in JSONL; in CSV a single cell that begins with `#`, in quotes that are doubled inside. */
function manifestIn(line: string): Manifest | undefined {
  if (!line.endsWith('\n')) return undefined
  const cell = /^"?# (.*?)"?\s*$/.exec(line)?.[1]?.replaceAll('""', '"')
  const said = parsed(cell ?? line)
  const manifest = isRecord(said) && cell === undefined ? said['manifest'] : said
  return isManifest(manifest) ? manifest : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false
  const { entries, whole, sha256: digest } = value
  return typeof entries === 'number' && typeof whole === 'boolean' && typeof digest === 'string'
}
