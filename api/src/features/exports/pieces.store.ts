/** The pieces of exported files: sealed, in the file store, and known here by their place. */
import type { Environment } from '@sonaqor/contract/access'
import type { Purpose } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'

/** Exports hold personal data, so nothing of them lies open. */
export const exportPurpose: Purpose = { name: 'exports', of: 'tenant' }

export interface PieceRow {
  readonly tenant_id: string
  readonly environment: Environment | null
  readonly job_id: string
  readonly piece: number
  readonly file_id: string
  readonly rows: number
  /** How it was packed before it was sealed. */
  readonly packing: 'none' | 'zstd'
  /** As it is downloaded, and so is its hash. */
  readonly bytes: number
  readonly sha256: Buffer
  readonly key_version: number
}

const pieces = (scope: Scope) =>
  scope.db<PieceRow>('export_pieces').where({ tenant_id: scope.tenantId })

export async function insertPiece(scope: Scope, piece: Omit<PieceRow, 'tenant_id'>): Promise<void> {
  await scope.db<PieceRow>('export_pieces').insert({ ...piece, tenant_id: scope.tenantId })
}

/** All of a file in their order: a line of figures each, and none of their bytes. */
export async function piecesOf(scope: Scope, jobId: string): Promise<readonly PieceRow[]> {
  return pieces(scope).where({ job_id: jobId }).orderBy('piece').select('*')
}

export async function findPiece(
  scope: Scope,
  jobId: string,
  piece: number,
): Promise<PieceRow | undefined> {
  return pieces(scope).where({ job_id: jobId, piece }).first()
}

/** All of them, or the first so many. */
export async function deletePieces(scope: Scope, jobId: string, before?: number): Promise<void> {
  for (const { piece, file_id: fileId } of await piecesOf(scope, jobId)) {
    if (before === undefined || piece < before) await scope.files.delete(scope, fileId)
  }
  const gone = pieces(scope).where({ job_id: jobId })
  await (before === undefined ? gone : gone.where('piece', '<', before)).delete()
}

export async function findStale(
  scope: Scope,
  newest: number,
  bound: number,
): Promise<readonly PieceRow[]> {
  return pieces(scope).whereNot({ key_version: newest }).limit(bound).select('*')
}

/** Puts another file in the place of one that was sealed with an older key. */
export async function replaceFile(
  scope: Scope,
  { job_id, piece, file_id }: PieceRow,
  to: Pick<PieceRow, 'file_id' | 'key_version'>,
): Promise<void> {
  const replaced = await pieces(scope).where({ job_id, piece, file_id }).update(to)
  await scope.files.delete(scope, replaced === 1 ? file_id : to.file_id)
}

/** What has pieces and was over by then, however it ended. */
export async function findExpired(scope: Scope, before: Date): Promise<readonly string[]> {
  const rows = await scope
    .db('export_pieces')
    .join('jobs', (on) =>
      on.on('jobs.tenant_id', 'export_pieces.tenant_id').on('jobs.id', 'export_pieces.job_id'),
    )
    .where('export_pieces.tenant_id', scope.tenantId)
    .where('jobs.finished_at', '<', before)
    .distinct<{ id: string }[]>({ id: 'jobs.id' })
  return rows.map(({ id }) => id)
}

/** A database that went away in the middle of something says so here, and has damaged nothing. */
export async function requireAnswer(scope: Scope): Promise<void> {
  await scope.db.raw('select 1')
}
