/** Saved views: one's own, and what the team shares. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { logViewsMax, type LogView, type logViews } from '@sonaqor/contract/log-views'
import { can } from '../../../core/access/index.ts'
import { requireRevision, type Seen } from '../../../core/implement/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import * as store from './log-views.store.ts'
import { settled } from '../query/logs.query.ts'

export { listViews } from './log-views.store.ts'

type NewView = InputOf<typeof logViews.save>['body']
type ViewChange = InputOf<typeof logViews.change>['body']

export async function saveView(
  scope: Scope,
  { name, filter, isShared }: NewView,
): Promise<LogView> {
  if ((await store.countOwn(scope)) >= logViewsMax) {
    throw new Problem('conflict', {
      detail: `You have ${logViewsMax} saved views, which is all there is room for. Delete one first.`,
    })
  }
  const saved = { name, filter: settledFilter(filter), is_shared: isShared }
  const row = await store.insertView(scope, saved)
  if (!row) throw nameTaken(name)
  scope.audit({ action: 'logViews.saved', target: row.id, after: said(row) })
  return store.toView(scope, row)
}

export async function changeView(
  scope: Scope,
  id: string,
  { name, filter, isShared }: ViewChange,
  seen: Seen,
): Promise<LogView> {
  const before = await lockChangeable(scope, id, seen)
  const after = await store.updateView(scope, before, {
    name: name ?? before.name,
    filter: filter ? settledFilter(filter) : before.filter,
    is_shared: isShared ?? before.is_shared,
  })
  if (!after) throw nameTaken(name ?? before.name)
  scope.audit({ action: 'logViews.changed', target: id, before: said(before), after: said(after) })
  return store.toView(scope, after)
}

/** Whoever is done with it is done with every version of it. */
export async function deleteView(scope: Scope, id: string): Promise<void> {
  const before = await lockChangeable(scope, id, null)
  await store.deleteView(scope, id)
  scope.audit({ action: 'logViews.deleted', target: id, before: said(before) })
}

async function lockChangeable(scope: Scope, id: string, seen: Seen): Promise<store.ViewRow> {
  const row = await store.lockView(scope, id)
  if (!row) throw new Problem('not-found', { detail: 'There is no saved view with this id.' })
  if (row.member_id !== scope.principal.id && !can(scope.principal, 'team:write')) {
    throw new Problem('forbidden', {
      detail: `${row.made_by_name} shares this view; who may change the team may change it, too.`,
      scope: 'team:write',
    })
  }
  requireRevision(seen, row.revision)
  return row
}

const settledFilter = (filter: LogView['filter']) => settled(filter, '#/filter/q')

const said = ({ name, filter, is_shared }: store.ViewRow) => ({
  name,
  filter,
  isShared: is_shared,
})

const nameTaken = (name: string) =>
  new Problem('conflict', {
    detail: `There is a saved view called ${name} already.`,
    errors: [{ detail: 'is the name of another of your views', pointer: '#/name' }],
  })
