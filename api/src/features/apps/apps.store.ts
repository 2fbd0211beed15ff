import type { Environment } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { Scope } from '../../core/scope/index.ts'

export interface AppRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly project_id: string
  readonly name: string
  readonly origins: string[]
  readonly embed_id: string
  readonly created_at: Date
  readonly revision: number
}

/** Named one by one, so that a column that a migration adds changes no statement. */
export const appColumns = [
  'environment',
  'id',
  'project_id',
  'name',
  'origins',
  'embed_id',
  'created_at',
  'revision',
] as const

type NewAppRow = Pick<AppRow, 'environment' | 'project_id' | 'name' | 'origins'>

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

export function toApp(row: Pick<AppRow, (typeof appColumns)[number]>): App {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    environment: row.environment,
    origins: row.origins,
    embedId: row.embed_id,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
  }
}
