import type { Environment } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { Scope } from '../../core/scope/index.ts'
import { deletionOf, restorableSince, type DeletableRow } from '../projects/index.ts'

export interface AppRow extends DeletableRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly project_id: string
  readonly name: string
  readonly origins: string[]
  readonly ip_allowlist: string[]
  readonly embed_id: string
  readonly requests_per_minute: number | null
  readonly api_version: string
  /** That before the last upgrade, and since when it is spoken no more; null where there is no way back. */
  readonly former_api_version: string | null
  readonly api_version_since: Date | null
  readonly created_at: Date
  readonly deleted_with_project: boolean
  readonly revision: number
}

/** Named one by one, so that a column that a migration adds changes no statement. */
export const appColumns = [
  'environment',
  'id',
  'project_id',
  'name',
  'origins',
  'ip_allowlist',
  'embed_id',
  'requests_per_minute',
  'api_version',
  'created_at',
  'deleted_at',
  'purged_at',
  'revision',
] as const

type NewAppRow = Pick<AppRow, 'environment' | 'project_id' | 'name' | 'origins' | 'api_version'>

/** The new app, or nothing where the project has one of that name in that environment. */
export async function insertApp(scope: Scope, app: NewAppRow): Promise<App | undefined> {
  const [row] = await scope
    .db<AppRow>('apps')
    .insert({
      ...app,
      tenant_id: scope.tenantId,
      id: scope.newId(),
      embed_id: scope.newId(),
      created_at: scope.now(),
      revision: 1,
    })
    .onConflict()
    .ignore()
    .returning(appColumns)
  return row && toApp(row)
}

/** The apps of the principal; row-level security leaves out the environments that it lacks. */
export const visible = (scope: Scope) =>
  scope.inApps(
    scope
      .db<AppRow>('apps')
      .where({ tenant_id: scope.tenantId })
      .select(...appColumns),
    'id',
  )

/** Keeps others from changing it until this transaction ends. */
export async function lockApp(scope: Scope, id: string): Promise<App | undefined> {
  const row = await visible(scope).where({ id, deleted_at: null }).forUpdate().first()
  return row && toApp(row)
}

/** The same for what can be restored by itself, and not with its project alone. */
export async function lockDeleted(scope: Scope, id: string): Promise<App | undefined> {
  const row = await restorable(scope).where({ id }).forUpdate().first()
  return row && toApp(row)
}

export const restorable = (scope: Scope) =>
  visible(scope)
    .where({ deleted_with_project: false, purged_at: null })
    .where('deleted_at', '>', restorableSince(scope))

export async function isNameTaken(
  scope: Scope,
  { id, projectId, environment, name }: Pick<App, 'id' | 'projectId' | 'environment' | 'name'>,
): Promise<boolean> {
  const twin = await scope
    .db<AppRow>('apps')
    .where({ tenant_id: scope.tenantId, project_id: projectId, environment, deleted_at: null })
    .whereNot({ id })
    .whereRaw('lower(name) = lower(?)', [name])
    .first()
  return twin !== undefined
}

type AppChangeRow = Pick<
  AppRow,
  | 'name'
  | 'origins'
  | 'ip_allowlist'
  | 'requests_per_minute'
  | 'deleted_at'
  | 'api_version'
  | 'former_api_version'
  | 'api_version_since'
>

/** Writes what changes of an app that is locked. */
export async function writeApp(
  scope: Scope,
  { id, revision }: Pick<App, 'id' | 'revision'>,
  change: Partial<AppChangeRow>,
): Promise<App> {
  const [row] = await scope
    .db<AppRow>('apps')
    .where({ tenant_id: scope.tenantId, id })
    .update({ ...change, revision: revision + 1 })
    .returning(appColumns)
  if (!row) throw new Error('an app that is locked was not found')
  return toApp(row)
}

export async function planOfTenant(scope: Scope): Promise<string> {
  const tenants = scope.db<{ id: string; plan: string }>('tenants')
  return (await tenants.where({ id: scope.tenantId }).first('plan'))?.plan ?? ''
}

/** Which of these ranges lets the address in, the narrowest first; the same that opens keys decides. */
export async function rangeFor(
  scope: Scope,
  address: string,
  ranges: readonly string[],
): Promise<string | null> {
  const { rows } = await scope.db.raw<{ range: string | null }>(
    'select app.range_for(?::inet, ?::cidr[]) as range',
    [address, [...ranges]],
  )
  return rows[0]?.range ?? null
}

export interface PurgedRow {
  readonly kind: 'app' | 'project'
  readonly id: string
  readonly environment: Environment | null
}

/** Takes away what nobody can restore any more, all but its name. */
export function purge(scope: Scope): Promise<PurgedRow[]> {
  return scope.through<PurgedRow>('directory.purge_deleted', restorableSince(scope))
}

export function toApp(row: Pick<AppRow, (typeof appColumns)[number]>): App {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    environment: row.environment,
    origins: row.origins,
    ipAllowlist: row.ip_allowlist,
    embedId: row.embed_id,
    requestsPerMinute: row.requests_per_minute,
    apiVersion: row.api_version,
    createdAt: row.created_at.toISOString(),
    ...deletionOf(row),
    revision: row.revision,
  }
}
