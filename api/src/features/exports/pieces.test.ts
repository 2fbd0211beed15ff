/** LG-8: what was put away is taken out again, whichever release has put it there. */
import { createHash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { Scope } from '../../core/scope/index.ts'
import { takePiece } from './pieces.ts'
import type { PieceRow } from './pieces.store.ts'

/** A scope in which this lies open, in the place of what is sealed. */
function holding(content: Buffer): Scope {
  const scope = {
    files: {
      async *read() {
        yield content
      },
    },
    vault: { unseal: async () => content },
    db: { raw: async () => undefined },
  }
  return scope as unknown as Scope
}

function pieceOf(bytes: Buffer, packing: PieceRow['packing']): PieceRow {
  const sha256 = createHash('sha256').update(bytes).digest()
  const its = { tenant_id: 'one', environment: null, job_id: 'its-job', file_id: 'its-file' }
  return { ...its, piece: 0, rows: 1, bytes: bytes.length, sha256, packing, key_version: 1 }
}

const line = Buffer.from('a,b,c\r\n'.repeat(500))

test('LG-8: a piece is read as it was packed, or as it lies where an older release put it away', async () => {
  const packed = zstdCompressSync(line)
  expect(await takePiece(holding(packed), pieceOf(line, 'zstd'))).toEqual(line)
  expect(await takePiece(holding(line), pieceOf(line, 'none'))).toEqual(line)
})

test('LG-8: what is packed wrongly, or comes to more than was put away, is damaged', async () => {
  const other = zstdCompressSync(Buffer.concat([line, line]))
  for (const content of [line, other, zstdCompressSync(line.subarray(1))]) {
    await expect(takePiece(holding(content), pieceOf(line, 'zstd'))).rejects.toMatchObject({
      failure: { code: 'damaged' },
    })
  }
})
