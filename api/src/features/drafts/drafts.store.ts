/** Drafts as rows of their writer, sealed for the tenant. */
import type { Draft, DraftHead } from '@sonaqor/contract/drafts'
import { sealedColumn } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'

export interface DraftRow {
  readonly tenant_id: string
  readonly id: string
  readonly member_id: string
  readonly kind: string
  readonly key: string
  readonly sealed: Buffer
  readonly revision: number
  readonly saved_at: Date
  readonly expires_at: Date
}

type Place = Pick<DraftRow, 'kind' | 'key'>

const purpose = { name: 'drafts', of: 'tenant' } as const
export const sealedDrafts = sealedColumn(purpose, 'drafts', 'sealed')
const placeOf = (id: string) => ({ purpose, record: id, field: 'sealed' })

const keptMs = 30 * 24 * 3_600_000

const rows = (scope: Scope) =>
  scope.db<DraftRow>('drafts').where({ tenant_id: scope.tenantId, member_id: scope.principal.id })

/** Those of whoever asks; what has expired is gone, whether or not it was tidied away yet. */
export const draftsOf = (scope: Scope) => rows(scope).where('expires_at', '>', scope.now())

export async function findDraft(scope: Scope, place: Place): Promise<DraftRow | undefined> {
  return draftsOf(scope).where(place).first()
}

/** Whoever else would write it waits until this one is done. */
export async function lockDraft(scope: Scope, place: Place): Promise<DraftRow | undefined> {
  await rows(scope).where(place).where('expires_at', '<=', scope.now()).delete()
  return rows(scope).where(place).forUpdate().first()
}

async function written(scope: Scope, id: string, content: Draft['content']) {
  const sealed = await scope.vault.seal(scope, placeOf(id), JSON.stringify(content))
  const now = scope.now()
  return { sealed, saved_at: now, expires_at: new Date(now.getTime() + keptMs) }
}

/** Nothing where somebody else was faster. */
export async function insertDraft(
  scope: Scope,
  place: Place,
  content: Draft['content'],
): Promise<DraftRow | undefined> {
  const id = scope.newId()
  const key = { tenant_id: scope.tenantId, member_id: scope.principal.id, ...place }
  const [row] = await scope
    .db<DraftRow>('drafts')
    .insert({ ...key, id, revision: 1, ...(await written(scope, id, content)) })
    .onConflict(['tenant_id', 'member_id', 'kind', 'key'])
    .ignore()
    .returning('*')
  return row
}

export async function updateDraft(
  scope: Scope,
  { id, revision }: DraftRow,
  content: Draft['content'],
): Promise<DraftRow | undefined> {
  const [row] = await rows(scope)
    .where({ id })
    .update({ revision: revision + 1, ...(await written(scope, id, content)) })
    .returning('*')
  return row
}

export async function deleteDraft(scope: Scope, id: string): Promise<void> {
  await rows(scope).where({ id }).delete()
}

/** Forgets those of one member that were saved longest ago, beyond so many. */
export async function forgetBeyond(scope: Scope, most: number): Promise<void> {
  const kept = rows(scope).orderBy('saved_at', 'desc').limit(most).select('id')
  await rows(scope).whereNotIn('id', kept).delete()
}

export async function forgetExpired(scope: Scope): Promise<void> {
  await scope
    .db<DraftRow>('drafts')
    .where({ tenant_id: scope.tenantId })
    .where('expires_at', '<=', scope.now())
    .delete()
}

export async function open(scope: Scope, { id, sealed }: DraftRow): Promise<Draft['content']> {
  const plain = await scope.vault.unseal(scope, placeOf(id), sealed)
  return JSON.parse(plain.toString()) as Draft['content']
}

export const toHead = ({ kind, key, revision, saved_at, expires_at }: DraftRow): DraftHead => ({
  kind,
  key,
  revision,
  savedAt: saved_at.toISOString(),
  expiresAt: expires_at.toISOString(),
})
