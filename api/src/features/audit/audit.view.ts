/** The audit log as its readers see it. Core writes it; nobody changes it. */
import type { audit, AuditEntry } from '@sonaqor/contract/audit'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Knex } from 'knex'
import { beyondMs, toEntry, type EntryRow } from '../../core/audit/index.ts'
import type { ReadStep } from '../../core/implement/index.ts'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { targetsCalled } from './called.view.ts'

type AuditQuery = InputOf<typeof audit.search>['query']
export type AuditFilter = Omit<AuditQuery, 'limit' | 'cursor'>

/** Where a page begins: behind this sequence, if it is not the first one. */
interface Place {
  readonly beyond: number | null
  readonly newestFirst: boolean
  readonly bound: number
}

/**
 * Newest first. What was done in an environment that the reader lacks is left out by the database, and
 * whoever is narrowed to some apps sees the entries of those alone.
 */
export async function searchAudit(
  scope: Scope,
  { limit, cursor, ...filter }: AuditQuery,
): Promise<PageReply<AuditEntry>> {
  const sought = await soughtBy(scope, filter)
  return page<EntryRow, AuditEntry>(
    scope,
    (from) =>
      entriesOf(scope, sought, {
        beyond: from ? Number(from.values.at(-1)) : null,
        newestFirst: from?.direction !== 'prev',
        bound: limit + 1,
      }),
    {
      limit,
      cursor,
      sort: orderOf(filter),
      filter: ['audit', filter],
      item: toEntry,
    },
  )
}

const bySequence = [{ column: 'sequence', order: 'desc' }] as const
const byTime = [{ column: 'at', order: 'desc' }, ...bySequence] as const

/** A span of time is read along the time, which follows the sequence but for what was at once. */
function orderOf({ from, to, text }: AuditFilter) {
  return text === undefined && (from ?? to) !== undefined ? byTime : bySequence
}

const exportedAtOnce = 1000

/**
 * All entries of a filter, oldest first. Entries never change, so they are read in batches behind one
 * another: each is a query of its own along an index, however large the log is.
 */
export async function* everyEntry(step: ReadStep, filter: AuditFilter): AsyncGenerator<AuditEntry> {
  for (let beyond = Number.MIN_SAFE_INTEGER; ;) {
    const place = { beyond, bound: exportedAtOnce }
    const entries = await step((scope) => entriesAfter(scope, filter, place))
    yield* entries
    const last = entries.at(-1)
    if (!last || entries.length < exportedAtOnce) return
    beyond = last.sequence
  }
}

interface Batch {
  readonly beyond: number
  /** The last sequence that is wanted; what came later is left out. */
  readonly until?: number
  readonly bound: number
}

/** One such batch: fewer than asked for are the last. */
export async function entriesAfter(
  scope: Scope,
  filter: AuditFilter,
  { beyond, until, bound }: Batch,
): Promise<AuditEntry[]> {
  const sought = await soughtBy(scope, filter)
  const query = entriesOf(scope, sought, { beyond, newestFirst: false, bound })
  if (until !== undefined) void query.where('sequence', '<=', until)
  const rows: EntryRow[] = await query
    .where('sequence', '>', beyond)
    .orderBy('sequence')
    .limit(bound)
  return rows.map(toEntry)
}

/** Where the log ends now, and how many entries of a filter there are; null where that takes too long. */
export async function extentOf(
  scope: Scope,
  filter: AuditFilter,
): Promise<{ readonly last: number; readonly entries: number | null }> {
  const [end] = await scope
    .db('audit_entries')
    .where({ tenant_id: scope.tenantId })
    .max<{ last: number | null }[]>({ last: 'sequence' })
  const last = end?.last ?? 0
  // A text is found page by page, and nobody knows how many pages there are.
  const entries = filter.text === undefined ? await countSoon(scope, filter, last) : null
  return { last, entries }
}

const tooLong = '57014'

/** A number to show beside a bar, which is worth two seconds and no more. */
async function countSoon(scope: Scope, filter: AuditFilter, last: number): Promise<number | null> {
  const place = { beyond: null, newestFirst: false, bound: 0 }
  const found = entriesOf(scope, filter, place).where('sequence', '<=', last)
  const count = scope.db('found').from(found.as('found')).count<{ entries: number }[]>({
    entries: '*',
  })
  try {
    return await scope.batch(async () => {
      await scope.db.raw('set local statement_timeout = 2000')
      const [counted] = await count
      await scope.db.raw('set local statement_timeout to default')
      return counted?.entries ?? 0
    })
  } catch (error) {
    if ((error as { code?: unknown }).code === tooLong) return null
    throw error
  }
}

/** A filter, and what its text is called by that stands in no entry. */
interface Sought extends AuditFilter {
  readonly called?: { readonly actions: readonly string[]; readonly targets: readonly string[] }
}

async function soughtBy(scope: Scope, filter: AuditFilter): Promise<Sought> {
  const { text, orActions } = filter
  if (text === undefined) return filter
  const actions = orActions?.split(',').map((action) => action.trim()) ?? []
  return { ...filter, called: { actions, targets: await targetsCalled(scope, text) } }
}

function entriesOf(scope: Scope, sought: Sought, place: Place): Knex.QueryBuilder {
  const { action, area, actorKind, actorId, target, appId, ip, from, to, text } = sought
  const query: Knex.QueryBuilder = scope.inApps(
    scope.db('audit_entries').where({ tenant_id: scope.tenantId }).select('*', beyondMs(scope)),
  )
  if (text !== undefined) {
    void query.where(isAmongPlaces(scope, text, sought, place))
    return query
  }
  const exactly = { action, area, actor_kind: actorKind, actor_id: actorId, target, ip }
  for (const [column, value] of Object.entries({ ...exactly, app_id: appId })) {
    if (value !== undefined) void query.where({ [column]: value })
  }
  if (from) void query.where('at', '>=', from)
  if (to) void query.where('at', '<', to)
  return query
}

/**
 * A text is looked for by a door, which can use an index that is dead under row-level security. It
 * knows the whole filter and the place of the page, for what it finds is one page and no more.
 */
function isAmongPlaces(scope: Scope, text: string, sought: Sought, place: Place): Knex.Raw {
  const { text: _, environment: __, orActions: ___, appId, ...rest } = sought
  const { appIds } = scope.principal
  const apps = appIds === 'all' ? undefined : appIds
  const within = appId === undefined ? apps : (apps ?? [appId]).filter((id) => id === appId)
  return scope.db.raw('sequence in (select app.search_audit(?, ?, ?, ?, ?))', [
    JSON.stringify(text).slice(1, -1),
    JSON.stringify({ ...rest, appIds: within }),
    place.beyond,
    place.newestFirst,
    place.bound,
  ])
}

interface ActionRow {
  readonly action: string
  readonly area: string
}

/** Which actions there are entries of: one step along the index for each, and not one for each entry. */
export async function actionsOf(scope: Scope): Promise<ActionRow[]> {
  const { rows } = await scope.db.raw<ActionRow>(
    `with recursive known as (
       (select action, area from audit_entries where tenant_id = ? order by action limit 1)
       union all
       select later.* from known cross join lateral (
         select action, area from audit_entries
         where tenant_id = ? and action > known.action order by action limit 1
       ) later
     )
     select action, area from known`,
    [scope.tenantId, scope.tenantId],
  )
  return rows
}
