/** Access reviews, as rows. */
import type { Environment, Role } from '@sonaqor/contract/access'
import type { decisions } from '@sonaqor/contract/reviews'
import type { Scope } from '../../core/scope/index.ts'

export interface ReviewRow {
  readonly tenant_id: string
  readonly id: string
  readonly which: 'stale' | 'all'
  readonly started_at: Date
  readonly started_by: string
  readonly signed_at: Date | null
  readonly signed_by: string | null
  readonly file_id: string | null
  readonly file_bytes: number | null
  readonly file_sha256: string | null
  readonly file_signature: string | null
}

export interface ItemRow {
  readonly tenant_id: string
  readonly id: string
  readonly review_id: string
  readonly kind: 'member' | 'key'
  readonly target_id: string
  readonly name: string
  readonly detail: string
  readonly role: Role | null
  readonly key_environment: Environment | null
  readonly made_by: string | null
  readonly since: Date
  readonly last_used_at: Date | null
  readonly stale: boolean
  readonly suspended: boolean
  readonly decision: (typeof decisions)[number] | null
  readonly decided_by: string | null
  readonly decided_at: Date | null
}

export type Found = Omit<
  ItemRow,
  'tenant_id' | 'id' | 'review_id' | 'decision' | 'decided_by' | 'decided_at'
>

const reviews = (scope: Scope) =>
  scope.db<ReviewRow>('access_reviews').where({ tenant_id: scope.tenantId })
const items = (scope: Scope, reviewId: string) =>
  scope.db<ItemRow>('access_review_items').where({ tenant_id: scope.tenantId, review_id: reviewId })

const rowsAtOnce = 500

export async function insertReview(
  scope: Scope,
  review: Pick<ReviewRow, 'id' | 'which' | 'started_by'>,
  found: readonly Found[],
): Promise<void> {
  const tenant_id = scope.tenantId
  await scope
    .db<ReviewRow>('access_reviews')
    .insert({ ...review, tenant_id, started_at: scope.now() })
  for (let from = 0; from < found.length; from += rowsAtOnce) {
    const rows = found
      .slice(from, from + rowsAtOnce)
      .map((item) => Object.assign({ tenant_id, id: scope.newId(), review_id: review.id }, item))
    await scope.db<ItemRow>('access_review_items').insert(rows)
  }
}

/** Keeps the review as it is until this transaction ends. */
export async function lockReview(scope: Scope, id: string): Promise<ReviewRow | undefined> {
  return reviews(scope).where({ id }).forUpdate().first()
}

export async function findReview(scope: Scope, id: string): Promise<ReviewRow | undefined> {
  return reviews(scope).where({ id }).first()
}

export async function decideItem(
  scope: Scope,
  reviewId: string,
  id: string,
  decided: Pick<ItemRow, 'decision' | 'decided_by' | 'decided_at'>,
): Promise<boolean> {
  return (await items(scope, reviewId).where({ id }).update(decided)) > 0
}

export async function itemsOf(scope: Scope, reviewId: string): Promise<ItemRow[]> {
  return items(scope, reviewId).orderBy('id').select('*')
}

type FileColumn = 'file_id' | 'file_bytes' | 'file_sha256' | 'file_signature'

export async function signReview(
  scope: Scope,
  id: string,
  signed: Pick<ReviewRow, 'signed_at' | 'signed_by' | FileColumn>,
): Promise<void> {
  await reviews(scope).where({ id }).update(signed)
}

export async function deleteReview(scope: Scope, id: string): Promise<void> {
  await reviews(scope).where({ id }).delete()
}
