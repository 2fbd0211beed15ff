import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentTypeOf } from './content-type.ts'

/** In the order of preference: what is smaller comes first. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

const worthwhileBytes = 1024
const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** A file in every encoding that makes it smaller. Done once, before anybody waits for it. */
export async function encodingsOf(
  path: string,
  content: Buffer,
): Promise<ReadonlyMap<Encoding, Buffer>> {
  const plain = new Map<Encoding, Buffer>([['identity', content]])
  if (!contentTypeOf(path).compressible || content.length < worthwhileBytes) return plain
  const [br, gzipped] = await Promise.all([
    brotliAsync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    gzipAsync(content, { level: 9 }),
  ])
  return plain.set('br', br).set('gzip', gzipped)
}
