/** What a review finds, across members and keys, and how reviews are shown. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { staleDays, type Review, type ReviewItem, type reviews } from '@sonaqor/contract/reviews'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { Found, ItemRow, ReviewRow } from './reviews.store.ts'

/** More lines nobody decides one by one, and no page of a review is signed unread. */
export const linesMax = 5000

/** Members and keys that have access now, with when each was last seen; the stalest first. */
export async function findAccess(scope: Scope, which: 'stale' | 'all'): Promise<Found[]> {
  const bound = new Date(scope.now().getTime() - staleDays * 24 * 3_600_000)
  const { rows } = await scope.db.raw<Found>(
    `with asked as (
       select ?::uuid as tenant, ?::timestamptz as bound, ?::timestamptz as now, ?::boolean as every
     )
     select access.* from asked cross join lateral (
       select 'member' as kind, m.id as target_id, p.name, p.email as detail, m.role,
         null as key_environment, null as made_by, m.joined_at as since,
         m.last_seen_at as last_used_at, coalesce(m.last_seen_at, m.joined_at) < bound as stale,
         m.state = 'suspended' as suspended
       from members m join directory.people_here() p on p.id = m.person_id
       where m.tenant_id = tenant and m.state <> 'removed'
       union all
       select 'key', k.id, k.label, k.prefix || '…' || k.last_four, null, k.environment, k.issued_by,
         k.issued_at, k.last_used_at, coalesce(k.last_used_at, k.issued_at) < bound, false
       from api_keys k
       where k.tenant_id = tenant and k.revoked_at is null
         and (k.expires_at is null or k.expires_at > now)
     ) access
     where access.stale or every
     order by kind desc, coalesce(last_used_at, since), target_id
     limit ?`,
    [scope.tenantId, bound, scope.now(), which === 'all', linesMax + 1],
  )
  return rows
}

interface Counted extends ReviewRow {
  readonly total: number
  readonly kept: number
  readonly to_remove: number
}

const counted = (scope: Scope) =>
  scope
    .db('access_reviews as r')
    .where({ 'r.tenant_id': scope.tenantId })
    .joinRaw(
      `cross join lateral (
         select count(*)::integer as total,
           (count(*) filter (where i.decision = 'keep'))::integer as kept,
           (count(*) filter (where i.decision = 'remove'))::integer as to_remove
         from access_review_items i where i.tenant_id = r.tenant_id and i.review_id = r.id
       ) n`,
    )
    .select('r.*', 'n.total', 'n.kept', 'n.to_remove')

export function listReviews(
  scope: Scope,
  { limit, cursor }: InputOf<typeof reviews.list>['query'],
): Promise<PageReply<Review>> {
  return page<Counted, Review>(scope, counted(scope), {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['reviews'],
    item: toReview,
  })
}

export async function showReview(scope: Scope, id: string): Promise<Review | undefined> {
  const row = (await counted(scope).where({ 'r.id': id }).first()) as Counted | undefined
  return row && toReview(row)
}

/** What a signed review is called as a file. */
export const fileNameOf = (signedAt: Date) =>
  `access-review-${signedAt.toISOString().slice(0, 10)}.pdf`

function toReview(row: Counted): Review {
  const { total, kept, to_remove: toRemove, signed_at: signedAt } = row
  return {
    id: row.id,
    which: row.which,
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by,
    state: signedAt ? 'signed' : 'open',
    items: { total, kept, toRemove, undecided: total - kept - toRemove },
    signedAt: signedAt?.toISOString() ?? null,
    signedBy: row.signed_by,
    file: signedAt && {
      fileName: fileNameOf(signedAt),
      bytes: row.file_bytes ?? 0,
      sha256: row.file_sha256 ?? '',
      signature: row.file_signature,
    },
  }
}

interface Line extends ItemRow {
  readonly gone: boolean
}

const lines = (scope: Scope, reviewId: string) =>
  scope
    .db('access_review_items as i')
    .where({ 'i.tenant_id': scope.tenantId, 'i.review_id': reviewId })
    .select(
      'i.*',
      scope.db.raw(`not exists (
        select from members m where m.tenant_id = i.tenant_id and m.id = i.target_id
          and m.state <> 'removed'
        union all
        select from api_keys k where k.tenant_id = i.tenant_id and k.id = i.target_id
          and k.revoked_at is null) as gone`),
    )

export function listItems(
  scope: Scope,
  reviewId: string,
  { limit, cursor, kind, decision }: InputOf<typeof reviews.items>['query'],
): Promise<PageReply<ReviewItem>> {
  const query = lines(scope, reviewId)
  if (kind) query.where({ 'i.kind': kind })
  if (decision) query.where({ 'i.decision': decision === 'none' ? null : decision })
  return page<Line, ReviewItem>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'asc' }],
    filter: ['review-items', reviewId, kind, decision],
    item: toItem,
  })
}

export async function showItem(
  scope: Scope,
  reviewId: string,
  id: string,
): Promise<ReviewItem | undefined> {
  const row = (await lines(scope, reviewId).where({ 'i.id': id }).first()) as Line | undefined
  return row && toItem(row)
}

function toItem(row: Line): ReviewItem {
  return {
    id: row.id,
    kind: row.kind,
    targetId: row.target_id,
    name: row.name,
    detail: row.detail,
    role: row.role,
    environment: row.key_environment,
    madeBy: row.made_by,
    since: row.since.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    stale: row.stale,
    suspended: row.suspended,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    gone: row.gone,
  }
}
