/** The bytes of a file of lines; one that is packed by gzip, as logs that were rotated are, is unpacked. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { ConfigError } from '../../../config.ts'

/** By their first bytes: what no line can be read from. */
const foreign: readonly (readonly [begin: string, what: string])[] = [
  ['fffe', 'is written in UTF-16. Write it as UTF-8 first: iconv -f UTF-16 -t UTF-8'],
  ['feff', 'is written in UTF-16. Write it as UTF-8 first: iconv -f UTF-16 -t UTF-8'],
  ['504b0304', 'is packed by zip. Unpack it first.'],
  ['28b52ffd', 'is packed by zstd. Unpack it first.'],
  ['fd377a585a', 'is packed by xz. Unpack it first.'],
  ['425a68', 'is packed by bzip2. Unpack it first.'],
]
const gzip = '1f8b'

export interface FileBytes {
  readonly chunks: AsyncIterable<Buffer>
  /** How much of the file was read, as it stands on the disk. */
  readonly read: () => number
}

export async function bytesOf(path: string): Promise<FileBytes> {
  const begin = await beginOf(path)
  const [, what] = foreign.find(([bytes]) => begin.startsWith(bytes)) ?? []
  if (what) throw new ConfigError(`${path} ${what}`)
  const file = createReadStream(path)
  const read = () => file.bytesRead
  if (!begin.startsWith(gzip)) return { chunks: file as AsyncIterable<Buffer>, read }
  return { chunks: unpacked(path, file), read }
}

/** Its size; only a file has one that tells how far reading it is. */
export async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => {
    throw new ConfigError(`There is no file ${path}.`)
  })
  if (found.isDirectory()) throw new ConfigError(`${path} is a folder. Name a file in it.`)
  return found.size
}

async function beginOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* unpacked(
  path: string,
  file: ReturnType<typeof createReadStream>,
): AsyncGenerator<Buffer> {
  const unpacker = createGunzip()
  file.on('error', (error) => unpacker.destroy(error))
  try {
    yield* file.pipe(unpacker) as AsyncIterable<Buffer>
  } catch (error) {
    const { code } = error as { code?: string }
    if (!code?.startsWith('Z_')) throw error
    throw new ConfigError(`${path} is packed by gzip and broken; the lines before that were read.`)
  }
}
