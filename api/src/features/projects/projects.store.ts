import type { Project } from '@sonaqor/contract/projects'
import type { Scope } from '../../core/scope/index.ts'
import { deletionOf, restorableSince, type DeletableRow } from './restoring.ts'

export interface ProjectRow extends DeletableRow {
  readonly tenant_id: string
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly created_at: Date
  readonly revision: number
}

export const projectColumns = [
  'id',
  'name',
  'description',
  'created_at',
  'deleted_at',
  'purged_at',
  'revision',
] as const

export type Described = Pick<ProjectRow, 'name' | 'description'>

/** The new project, or nothing where the tenant has one of that name. */
export async function insertProject(
  scope: Scope,
  { name, description }: Described,
): Promise<Project | undefined> {
  const [row] = await scope
    .db<ProjectRow>('projects')
    .insert({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      name,
      description,
      created_at: scope.now(),
      revision: 1,
    })
    .onConflict()
    .ignore()
    .returning(projectColumns)
  return row && toProject(row)
}

const all = (scope: Scope) =>
  scope
    .db<ProjectRow>('projects')
    .where({ tenant_id: scope.tenantId })
    .select(...projectColumns)

/** Keeps others from changing it, and from making apps in it, until this transaction ends. */
export async function lockProject(scope: Scope, id: string): Promise<Project | undefined> {
  const row = await all(scope).where({ id, deleted_at: null }).forUpdate().first()
  return row && toProject(row)
}

/** The same for what can be restored. */
export async function lockDeleted(scope: Scope, id: string): Promise<Project | undefined> {
  const row = await all(scope)
    .where({ id, purged_at: null })
    .where('deleted_at', '>', restorableSince(scope))
    .forUpdate()
    .first()
  return row && toProject(row)
}

/** Whether it is there and stays until this transaction ends. */
export async function holdProject(scope: Scope, id: string): Promise<boolean> {
  return (await all(scope).where({ id, deleted_at: null }).forShare().first()) !== undefined
}

export async function isNameTaken(
  scope: Scope,
  { id, name }: Pick<Project, 'id' | 'name'>,
): Promise<boolean> {
  const twin = await all(scope)
    .where({ deleted_at: null })
    .whereNot({ id })
    .whereRaw('lower(name) = lower(?)', [name])
    .first()
  return twin !== undefined
}

/** Writes what changes of a project that is locked. Its apps are deleted and restored with it. */
export async function writeProject(
  scope: Scope,
  { id, revision }: Pick<Project, 'id' | 'revision'>,
  change: Partial<Described & Pick<ProjectRow, 'deleted_at'>>,
): Promise<Project> {
  const [row] = await scope
    .db<ProjectRow>('projects')
    .where({ tenant_id: scope.tenantId, id })
    .update({ ...change, revision: revision + 1 })
    .returning(projectColumns)
  if (!row) throw new Error('a project that is locked was not found')
  return toProject(row)
}

export function toProject(row: Pick<ProjectRow, (typeof projectColumns)[number]>): Project {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    createdAt: row.created_at.toISOString(),
    ...deletionOf(row),
    revision: row.revision,
  }
}
