/** The keys that a principal sees, narrowed, searched and in order. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { withoutSecrets } from '@sonaqor/contract/key-format'
import { expiringDays } from '@sonaqor/contract/key-standing'
import type { Key, KeyOrder, KeyStanding, keys } from '@sonaqor/contract/keys'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { appsInProject } from '../apps/index.ts'
import { toKey, visible, type KeyRow } from './keys.store.ts'

type KeysQuery = InputOf<typeof keys.list>['query']

export function listKeys(
  scope: Scope,
  { limit, cursor, order, search: typed, ...others }: KeysQuery,
): Promise<PageReply<Key>> {
  const search = typed && withoutSecrets(typed)
  const { state } = others
  const filter = { ...others, search }
  const { place, way } = orders[order]
  const columns = place ? [`by_${order}`, 'id'] : ['id']
  const query = visible(scope)
  if (place) query.select(scope.db.raw(`${place} as by_${order}`))
  narrow(scope, query, filter)
  if (state) query.whereRaw(inState[state], { now: scope.now() })
  if (search) query.whereRaw(`(${found})`, { ...patternsOf(search), tenantId: scope.tenantId })
  return page<KeyRow, Key>(scope, query, {
    limit,
    cursor,
    sort: columns.map((column) => ({ column, order: way })),
    filter: ['keys', filter],
    item: (row) => toKey(row, scope.now()),
  })
}

/** To the keys of one app, project or environment. */
export function narrow(
  scope: Scope,
  query: ReturnType<typeof visible>,
  { appId, environment, projectId }: Pick<KeysQuery, 'appId' | 'environment' | 'projectId'>,
): void {
  if (appId) query.where({ app_id: appId })
  if (environment) query.where({ environment })
  if (projectId) query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
}

interface Order {
  /** What goes before the id, which alone stands for the instant of issue. */
  readonly place?: string
  readonly way: 'asc' | 'desc'
}

/**
 * No index goes along with these: the keys of a tenant are sorted in a few milliseconds, one by use would
 * be written at each use, and one by Unicode would break with the next version of its tables.
 */
const orders: Readonly<Record<KeyOrder, Order>> = {
  issued: { way: 'desc' },
  label: { place: `lower(label collate "und-x-icu")`, way: 'asc' },
  used: { place: `coalesce(last_used_at, '-infinity')`, way: 'desc' },
}

const active = 'revoked_at is null and (expires_at is null or expires_at > :now)'

export const inState: Readonly<Record<KeyStanding, string>> = {
  active,
  rotating: `${active} and old_ends_at > :now`,
  expiring: `${active} and expires_at <= cast(:now as timestamptz) + interval '${expiringDays} days'`,
  expired: 'revoked_at is null and expires_at <= :now',
  revoked: 'revoked_at is not null',
}

/**
 * The database knows the case of ASCII alone, unless it is told to go by Unicode. The keys of a tenant
 * and its apps are few, so they are read through. A former secret is one of the key's as long as it is kept.
 */
const found = `label collate "und-x-icu" ilike :within
  or prefix || '…' || last_four ilike :beginning or last_four ilike :beginning
  or old_prefix || '…' || old_last_four ilike :beginning
  or id::text = :itself
  or app_id = any(array(
    select id from apps where tenant_id = :tenantId and name collate "und-x-icu" ilike :within))`

function patternsOf(search: string) {
  const text = search.replaceAll(/[\\%_]/g, '\\$&')
  return { within: `%${text}%`, beginning: `${text}%`, itself: search.toLowerCase() }
}
