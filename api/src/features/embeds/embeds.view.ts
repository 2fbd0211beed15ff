/** The sessions that a principal sees, with their app and key, and where pages were refused one. */
import { scopesAmong, type Environment } from '@sonaqor/contract/access'
import type {
  EmbedRefusal,
  embeds,
  LockedFilters,
  OpenedSession,
  RefusalReason,
} from '@sonaqor/contract/embeds'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { can } from '../../core/access/index.ts'
import { page, type PageReply } from '../../core/paging/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { appsInProject } from '../apps/index.ts'

interface SeenRow {
  readonly id: string
  readonly environment: Environment
  readonly app_id: string
  readonly app_name: string
  readonly key_id: string
  readonly key_label: string
  readonly user_ref: string | null
  readonly user_name: string | null
  readonly views: string[]
  readonly scopes: string[]
  readonly origins: string[]
  readonly filters: LockedFilters | null
  readonly state: OpenedSession['state']
  readonly began_at: Date
  readonly renewals: number
  readonly entered_at: Date | null
  readonly entered_origin: string | null
  readonly last_seen_at: Date | null
  readonly expires_at: Date
  readonly closed_at: Date | null
}

/**
 * A session is over with its key, with the secret by which that opened it, and with its app, though nobody
 * has written anything into it. It asks three times what time it is.
 */
const states = `case
  when s.revoked_at is not null then 'revoked'
  when s.ended_at is not null or s.expires_at <= ? or k.revoked_at is not null
    or k.expires_at <= ? or a.deleted_at is not null or s.secret_number < k.secret_number - 1
    or s.secret_number < k.secret_number and k.old_ends_at <= ? then 'ended'
  else 'live' end`

/* As what it is known by, and where it stands among others, a page keeps its first session. */
const columns = `s.visit_id as id, s.environment, s.app_id, a.name as app_name, s.key_id, k.label as key_label,
  s.user_ref, s.user_name, s.views, s.scopes, s.origins, s.filters, ${states} as state, s.began_at, s.renewals,
  s.entered_at, s.entered_origin, s.last_seen_at, s.expires_at,
  least(s.revoked_at, s.ended_at) as closed_at`

/** Of each page the newest session alone, which tells of the ones before. */
function visible(scope: Scope) {
  const query = scope
    .db<SeenRow>('embed_sessions as s')
    .join('api_keys as k', { 'k.tenant_id': 's.tenant_id', 'k.id': 's.key_id' })
    .join('apps as a', { 'a.tenant_id': 's.tenant_id', 'a.id': 's.app_id' })
    .where({ 's.tenant_id': scope.tenantId })
    .whereNull('s.continued_by')
    .select(scope.db.raw(columns, [scope.now(), scope.now(), scope.now()]))
  return scope.inApps(query, 's.app_id')
}

type SessionsQuery = InputOf<typeof embeds.list>['query']

export function listSessions(
  scope: Scope,
  { limit, cursor, ...filter }: SessionsQuery,
): Promise<PageReply<OpenedSession>> {
  const { state, search } = filter
  const query = visible(scope)
  narrow(scope, query, 's', filter)
  if (state) query.whereRaw(`${states} = ?`, [scope.now(), scope.now(), scope.now(), state])
  if (search) {
    const text = search.replaceAll(/[\\%_]/g, '\\$&')
    const found = mayKnowUsers(scope) ? foundWithUsers : foundByKey
    query.whereRaw(`(${found})`, { within: `%${text}%` })
  }
  return page<SeenRow, OpenedSession>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['embeds', filter],
    item: (row) => toSession(scope, row),
  })
}

/** The database knows the case of ASCII alone, unless it is told to go by Unicode. */
const foundByKey = `k.label collate "und-x-icu" ilike :within`
const foundWithUsers = `${foundByKey} or s.user_name collate "und-x-icu" ilike :within
  or s.user_ref collate "und-x-icu" ilike :within`

export async function showSession(scope: Scope, id: string): Promise<OpenedSession> {
  const visit = scope.db('embed_sessions').where({ tenant_id: scope.tenantId, id })
  const query = visible(scope).whereIn('s.visit_id', visit.select('visit_id'))
  const row = (await query.first()) as SeenRow | undefined
  if (!row) throw new Problem('not-found', { detail: 'There is no such embed session.' })
  return toSession(scope, row)
}

type InAppQuery = Pick<SessionsQuery, 'appId' | 'environment' | 'projectId'>

function narrow(
  scope: Scope,
  query: ReturnType<Scope['db']>,
  table: 's' | 'r',
  { appId, environment, projectId }: InAppQuery,
): void {
  if (appId) query.where({ [`${table}.app_id`]: appId })
  if (environment) query.where({ [`${table}.environment`]: environment })
  if (projectId) query.whereRaw(`${table}.app_id = any(?)`, [appsInProject(scope, projectId)])
}

/** Of the people in a tenant's pages, whoever of ours looks in learns that there are some, not who. */
const mayKnowUsers = ({ principal }: Scope) => principal.kind !== 'staff'
const heldBack = '…'

function toSession(scope: Scope, row: SeenRow): OpenedSession {
  return {
    id: row.id,
    environment: row.environment,
    app: { id: row.app_id, name: row.app_name },
    key: { id: row.key_id, label: row.key_label },
    user: userOf(scope, row),
    views: row.views,
    scopes: scopesAmong(row.scopes),
    origins: row.origins,
    filters: row.filters && filtersOf(scope, row.filters),
    state: row.state,
    openedAt: row.began_at.toISOString(),
    renewals: row.renewals,
    enteredAt: row.entered_at?.toISOString() ?? null,
    enteredOrigin: row.entered_origin,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
    endedAt: row.closed_at?.toISOString() ?? null,
  }
}

function userOf(scope: Scope, { user_ref: ref, user_name: name }: SeenRow): OpenedSession['user'] {
  if (ref === null || name === null) return null
  return mayKnowUsers(scope) ? { ref, name } : { ref: heldBack, name: heldBack }
}

/** Who builds a page sees that it is locked, and not to whose data, unless they may see that. */
function filtersOf(
  { principal }: Scope,
  { externalIds, regions, masked }: LockedFilters,
): OpenedSession['filters'] {
  return {
    externalIds: externalIds && can(principal, 'customers:read') ? externalIds : null,
    customers: externalIds?.length ?? null,
    regions: regions ?? null,
    masked: masked ?? false,
  }
}

interface RefusalRow {
  readonly app_id: string
  readonly app_name: string
  readonly environment: Environment
  readonly origin: string
  readonly reason: RefusalReason
  readonly times: number
  readonly first_at: Date
  readonly last_at: Date
}

type RefusalsQuery = InputOf<typeof embeds.refusals>['query']

export function listRefusals(
  scope: Scope,
  { limit, cursor, ...filter }: RefusalsQuery,
): Promise<PageReply<EmbedRefusal>> {
  const query = scope.inApps(
    scope
      .db<RefusalRow>('embed_refusals as r')
      .join('apps as a', { 'a.tenant_id': 'r.tenant_id', 'a.id': 'r.app_id' })
      .where({ 'r.tenant_id': scope.tenantId })
      .select(
        'r.app_id',
        'a.name as app_name',
        'r.environment',
        'r.origin',
        'r.reason',
        'r.times',
        'r.first_at',
        'r.last_at',
        scope.db.raw(`r.app_id || ' ' || r.reason || ' ' || r.origin as place`),
      ),
    'r.app_id',
  )
  narrow(scope, query, 'r', filter)
  return page<RefusalRow, EmbedRefusal>(scope, query, {
    limit,
    cursor,
    sort: [
      { column: 'last_at', order: 'desc' },
      { column: 'place', order: 'desc' },
    ],
    filter: ['embed-refusals', filter],
    item: (row) => ({
      app: { id: row.app_id, name: row.app_name },
      environment: row.environment,
      origin: row.origin,
      reason: row.reason,
      times: row.times,
      firstAt: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
    }),
  })
}
