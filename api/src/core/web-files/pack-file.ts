import { createHash } from 'node:crypto'
import { encodingsOf } from './encodings.ts'
import type { WebFile } from './send-file.ts'

/** A file that is kept in memory, in every encoding that makes it smaller. */
export async function packFile(path: string, content: Buffer): Promise<WebFile> {
  const encoded = await encodingsOf(path, content)
  return {
    path,
    hash: createHash('sha256').update(content).digest('base64url'),
    has: [...encoded.keys()],
    open: (encoding) => Promise.resolve(encoded.get(encoding) ?? content),
  }
}
