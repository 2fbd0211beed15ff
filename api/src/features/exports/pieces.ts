/** One piece of an exported file, put away and taken out again. */
import { createHash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { versionOf, type SealedStore } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { ReadStep } from '../../core/implement/index.ts'
import { WorkFailed } from '../jobs/index.ts'
import {
  exportPurpose,
  findPiece,
  findStale,
  insertPiece,
  piecesOf,
  replaceFile,
  requireAnswer,
  type PieceRow,
} from './pieces.store.ts'

/** What is sealed is bound to its export and its place: no piece opens as another one. */
const placeOf = (jobId: string, piece: number) => ({
  purpose: exportPurpose,
  record: jobId,
  field: String(piece),
})

const sealedType = { contentType: 'application/octet-stream' }

/** The room that more pains would save is not worth their time. */
const quickly = {
  params: { [constants.ZSTD_c_compressionLevel]: 1 },
  // It comes in one piece, rather than in many that are put together.
  chunkSize: 128 * 1024,
}

type NewPiece = Pick<PieceRow, 'job_id' | 'piece' | 'rows'>

export async function putPiece(
  scope: Scope,
  at: NewPiece,
  content: string | Buffer,
): Promise<number> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const packed = zstdCompressSync(bytes, quickly)
  const sealed = await scope.vault.seal(scope, placeOf(at.job_id, at.piece), packed)
  const file = await scope.files.put(scope, sealed, sealedType)
  const [only, ...others] = scope.environments
  await insertPiece(scope, {
    ...at,
    environment: others.length === 0 && only ? only : null,
    file_id: file.id,
    packing: 'zstd',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    key_version: versionOf(sealed),
  })
  return bytes.length
}

/** The bytes of a piece; damaged is what does not open, or is not what was put away. */
export async function takePiece(scope: Scope, piece: PieceRow): Promise<Buffer> {
  const sealed = await sealedOf(scope, piece)
  const bytes = unpacked(piece, await unsealed(scope, piece, sealed))
  const hash = createHash('sha256').update(bytes).digest()
  if (bytes.length !== piece.bytes || !hash.equals(piece.sha256)) throw damaged(piece)
  return bytes
}

/** The file from its first byte to its last, or so many of its pieces; it never holds more than one. */
export async function* readPieces(
  step: ReadStep,
  jobId: string,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  const pieces = await step((scope) => piecesOf(scope, jobId))
  for (const piece of pieces.slice(0, most)) yield await step((scope) => takePiece(scope, piece))
}

async function sealedOf(scope: Scope, piece: PieceRow): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of scope.files.read(scope, piece.file_id)) chunks.push(chunk)
  if (chunks.length === 0) throw damaged(piece)
  return Buffer.concat(chunks)
}

async function unsealed(scope: Scope, piece: PieceRow, sealed: Buffer): Promise<Buffer> {
  try {
    return await scope.vault.unseal(scope, placeOf(piece.job_id, piece.piece), sealed)
  } catch {
    await requireAnswer(scope)
    throw damaged(piece)
  }
}

/** Never more than was put away, whatever it says of itself. */
function unpacked(piece: PieceRow, packed: Buffer): Buffer {
  if (piece.packing === 'none') return packed
  try {
    // One byte more than there is room for all of it: at a full one Node makes another to look for more.
    const room = Math.max(1, piece.bytes)
    return zstdDecompressSync(packed, { maxOutputLength: room, chunkSize: Math.max(64, room + 1) })
  } catch {
    throw damaged(piece)
  }
}

const damaged = ({ job_id: jobId, piece }: PieceRow) =>
  new WorkFailed('damaged', `Piece ${piece} of the export ${jobId} is not what was written.`)

/** Pieces are large, and few at a time are sealed anew. */
const resealedAtOnce = 20

export const sealedPieces: SealedStore = {
  purpose: exportPurpose,
  stale: async (scope, newest, bound) => {
    const rows = await findStale(scope, newest, Math.min(bound, resealedAtOnce))
    const values = []
    for (const row of rows) {
      const sealed = await sealedOf(scope, row)
      values.push({ record: row.job_id, field: String(row.piece), sealed })
    }
    return values
  },
  replace: async (scope, { record, field }, sealed) => {
    const row = await findPiece(scope, record, Number(field))
    if (!row) return
    const file = await scope.files.put(scope, sealed, sealedType)
    await replaceFile(scope, row, { file_id: file.id, key_version: versionOf(sealed) })
  },
}
