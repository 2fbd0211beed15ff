/** Releases, their files in each encoding, and who did what to them. They stand outside of tenants. */
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import type { Release } from '@sonaqor/contract/releases'
import type { Scope } from '../../core/scope/index.ts'
import type { Encoding } from '../../core/web-files/index.ts'

interface ReleaseRow {
  readonly id: string
  readonly module: string
  readonly version: string
  readonly manifest: ModuleManifest
  readonly state: Release['state']
  readonly published_at: Date
}

export interface StoredRelease {
  readonly release: Release
  readonly manifest: ModuleManifest
}

const stored = (row: ReleaseRow): StoredRelease => ({
  release: {
    id: row.id,
    module: row.module,
    version: row.version,
    state: row.state,
    publishedAt: row.published_at.toISOString(),
  },
  manifest: row.manifest,
})

/** Puts a release in its place, or nothing where the version is taken. */
export async function insertRelease(
  scope: Scope,
  manifest: ModuleManifest,
): Promise<StoredRelease | undefined> {
  const [row] = await scope
    .db('releases')
    .insert({
      id: scope.newId(),
      module: manifest.name,
      version: manifest.version,
      manifest: JSON.stringify(manifest),
      views: manifest.views.map(({ name }) => name),
      published_at: scope.now(),
    })
    .onConflict(['module', 'version'])
    .ignore()
    .returning<ReleaseRow[]>('*')
  return row && stored(row)
}

export async function findVersion(
  scope: Scope,
  { name, version }: Pick<ModuleManifest, 'name' | 'version'>,
): Promise<StoredRelease | undefined> {
  const row = await scope.db<ReleaseRow>('releases').where({ module: name, version }).first()
  return row && stored(row)
}

/** Holds the release against others until the transaction ends. */
export async function lockRelease(scope: Scope, id: string): Promise<StoredRelease | undefined> {
  const row = await scope.db<ReleaseRow>('releases').where({ id }).forUpdate().first()
  return row && stored(row)
}

export async function setState(scope: Scope, id: string, state: Release['state']): Promise<void> {
  await scope.db('releases').where({ id }).update({ state })
}

export async function insertAct(
  scope: Scope,
  releaseId: string,
  act: 'published' | 'withdrawn' | 'restored',
): Promise<void> {
  const { principal } = scope
  const isTeam = principal.kind === 'module-team'
  await scope.db('release_acts').insert({
    release_id: releaseId,
    id: scope.newId(),
    act,
    done_by: `${principal.name} (${principal.id})`,
    token_id: isTeam ? principal.id : null,
    done_at: scope.now(),
  })
}

export interface NewFile {
  readonly releaseId: string
  readonly path: string
  readonly integrity: string
  readonly encoding: Encoding
  readonly fileId: string
}

export async function insertFiles(scope: Scope, files: readonly NewFile[]): Promise<void> {
  await scope.db('release_files').insert(
    files.map(({ releaseId, path, integrity, encoding, fileId }) => ({
      release_id: releaseId,
      path,
      integrity,
      encoding,
      file_id: fileId,
    })),
  )
}

/** Newest first, by the order of publishing. */
export async function releasesOf(scope: Scope, module: string): Promise<readonly StoredRelease[]> {
  const rows = await scope.db<ReleaseRow>('releases').where({ module }).orderBy('place', 'desc')
  return rows.map(stored)
}

/** The newest published release of every module. */
export async function newestReleases(scope: Scope): Promise<readonly StoredRelease[]> {
  const { rows } = await scope.db.raw<ReleaseRow>(
    `select distinct on (module) * from releases
     where state = 'published'
     order by module, place desc`,
  )
  return rows.map(stored)
}

/** The views of all releases that ever were: one that is withdrawn today may be back tomorrow. */
export async function viewsEver(scope: Scope): Promise<readonly string[]> {
  const { rows } = await scope.db.raw<{ view: string }>(
    'select distinct unnest(views) as view from releases',
  )
  return rows.map(({ view }) => view)
}

export interface ServedFile {
  readonly integrity: string
  readonly fileIds: ReadonlyMap<Encoding, string>
}

/** A file of a published release, in the encodings that it is kept in. */
export async function findServed(
  scope: Scope,
  module: string,
  version: string,
  path: string,
): Promise<ServedFile | undefined> {
  const rows = await scope
    .db('releases as r')
    .join('release_files as f', 'f.release_id', 'r.id')
    .where({ 'r.module': module, 'r.version': version, 'r.state': 'published', 'f.path': path })
    .select<{ integrity: string; encoding: Encoding; file_id: string }[]>(
      'f.integrity',
      'f.encoding',
      'f.file_id',
    )
  const [first] = rows
  return (
    first && {
      integrity: first.integrity,
      fileIds: new Map(rows.map(({ encoding, file_id }) => [encoding, file_id])),
    }
  )
}
