/** Saved views as rows; what is not shared is seen by whoever saved it alone. */
import type { LogView } from '@sonaqor/contract/log-views'
import { page, type PageReply } from '../../../core/paging/index.ts'
import type { Scope } from '../../../core/scope/index.ts'

export interface ViewRow {
  readonly tenant_id: string
  readonly id: string
  readonly member_id: string
  readonly made_by_name: string
  readonly name: string
  readonly filter: LogView['filter']
  readonly is_shared: boolean
  readonly saved_at: Date
  readonly revision: number
}

export type Saved = Pick<ViewRow, 'name' | 'filter' | 'is_shared'>

const rows = (scope: Scope) => scope.db<ViewRow>('log_views').where({ tenant_id: scope.tenantId })

const seen = (scope: Scope) =>
  rows(scope).where((either) =>
    either.where({ member_id: scope.principal.id }).orWhere({ is_shared: true }),
  )

export function listViews(
  scope: Scope,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<PageReply<LogView>> {
  return page<ViewRow, LogView>(scope, seen(scope).select('*'), {
    limit,
    cursor,
    sort: [
      { column: 'name', order: 'asc' },
      { column: 'id', order: 'asc' },
    ],
    filter: ['log views', scope.principal.id],
    item: (row) => toView(scope, row),
  })
}

/** Whoever else would change it waits until this one is done. */
export async function lockView(scope: Scope, id: string): Promise<ViewRow | undefined> {
  return seen(scope).where({ id }).forUpdate().first()
}

export async function countOwn(scope: Scope): Promise<number> {
  const [row] = await rows(scope)
    .where({ member_id: scope.principal.id })
    .count<{ count: number }[]>('* as count')
  return Number(row?.count ?? 0)
}

/** Nothing where they have one of that name. */
export async function insertView(scope: Scope, saved: Saved): Promise<ViewRow | undefined> {
  const { tenantId, principal } = scope
  const [row] = await scope
    .db<ViewRow>('log_views')
    .insert({
      ...written(saved),
      tenant_id: tenantId,
      id: scope.newId(),
      member_id: principal.id,
      made_by_name: principal.name,
      saved_at: scope.now(),
      revision: 1,
    })
    .onConflict()
    .ignore()
    .returning('*')
  return row
}

/** The same, of another than itself. */
export async function updateView(
  scope: Scope,
  { id, member_id, revision }: ViewRow,
  saved: Saved,
): Promise<ViewRow | undefined> {
  const namesake = rows(scope)
    .where({ member_id })
    .whereNot({ id })
    .whereRaw('lower(name) = lower(?)', [saved.name])
  if (await namesake.first()) return undefined
  const [row] = await rows(scope)
    .where({ id })
    .update({ ...written(saved), saved_at: scope.now(), revision: revision + 1 })
    .returning('*')
  return row
}

export async function deleteView(scope: Scope, id: string): Promise<void> {
  await rows(scope).where({ id }).delete()
}

const written = ({ filter, ...saved }: Saved) => ({
  ...saved,
  filter: JSON.stringify(filter) as unknown as ViewRow['filter'],
})

export const toView = ({ principal }: Scope, row: ViewRow): LogView => ({
  id: row.id,
  name: row.name,
  filter: row.filter,
  isShared: row.is_shared,
  isOwn: row.member_id === principal.id,
  madeBy: { id: row.member_id, name: row.made_by_name },
  savedAt: row.saved_at.toISOString(),
  revision: row.revision,
})
