import type { Project } from '@sonaqor/contract/projects'
import type { Scope } from '../../core/scope/index.ts'

export interface ProjectRow {
  readonly tenant_id: string
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly created_at: Date
  readonly revision: number
}

export const projectColumns = ['id', 'name', 'description', 'created_at', 'revision'] as const

/** The new project, or nothing where the tenant has one of that name. */
export async function insertProject(
  scope: Scope,
  { name, description }: Pick<ProjectRow, 'name' | 'description'>,
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

export function toProject(row: Pick<ProjectRow, (typeof projectColumns)[number]>): Project {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
  }
}
