/**
 * Files, kept in PostgreSQL in chunks, behind the few verbs of an object store. They commit and
 * roll back with the scope that they are put in.
 */
import { createHash } from 'node:crypto'
import type { Scope } from '../scope/index.ts'

const chunkBytes = 256 * 1024

export interface FileHead {
  readonly id: string
  readonly contentType: string
  readonly bytes: number
  /** SHA-256, in hex. */
  readonly sha256: string
}

type Source = Iterable<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array

export interface Files {
  /** Keeps it for the scope's tenant, or for the house where the scope is in none. */
  put(scope: Scope, source: Source, options: { contentType: string }): Promise<FileHead>
  head(scope: Scope, id: string): Promise<FileHead | null>
  /** The bytes, chunk by chunk; nothing where there is no such file. */
  read(scope: Scope, id: string): AsyncIterable<Buffer>
  delete(scope: Scope, id: string): Promise<void>
}

interface FileRow {
  id: string
  tenant_id: string | null
  content_type: string
  bytes: number
  sha256: Buffer
  created_at: Date
}

interface ChunkRow {
  file_id: string
  place: number
  tenant_id: string | null
  bytes: Buffer
}

export function createFiles(): Files {
  return {
    async put(scope, source, { contentType }) {
      const id = scope.newId()
      const tenantId = scope.principal.tenantId
      const hash = createHash('sha256')
      let bytes = 0
      let place = 0
      for await (const chunk of chunksOf(source)) {
        hash.update(chunk)
        bytes += chunk.length
        await scope
          .db<ChunkRow>('file_chunks')
          .insert({ file_id: id, place: place++, tenant_id: tenantId, bytes: chunk })
      }
      const sha256 = hash.digest()
      await scope.db<FileRow>('files').insert({
        id,
        tenant_id: tenantId,
        content_type: contentType,
        bytes,
        sha256,
        created_at: scope.now(),
      })
      return { id, contentType, bytes, sha256: sha256.toString('hex') }
    },
    async head(scope, id) {
      const row = await scope.db<FileRow>('files').where({ id }).first()
      return row
        ? {
            id,
            contentType: row.content_type,
            bytes: row.bytes,
            sha256: row.sha256.toString('hex'),
          }
        : null
    },
    async *read(scope, id) {
      for (let place = 0; ; place += 1) {
        const row = await scope.db<ChunkRow>('file_chunks').where({ file_id: id, place }).first()
        if (!row) return
        yield row.bytes
        // Only the last one is shorter, so that of most files there is one, and no other is asked for.
        if (row.bytes.length < chunkBytes) return
      }
    },
    async delete(scope, id) {
      await scope.db<FileRow>('files').where({ id }).delete()
    },
  }
}

/** Cuts or joins whatever comes into chunks of one size, but for the last. */
async function* chunksOf(source: Source): AsyncIterable<Buffer> {
  let kept: Buffer = Buffer.alloc(0)
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    kept = kept.length === 0 ? Buffer.from(piece) : Buffer.concat([kept, piece])
    while (kept.length >= chunkBytes) {
      yield kept.subarray(0, chunkBytes)
      kept = kept.subarray(chunkBytes)
    }
  }
  if (kept.length > 0) yield kept
}
