/** Drafts of one member: what is newer is never overwritten by what is older. */
import type { Draft, DraftHead, drafts } from '@sonaqor/contract/drafts'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './drafts.store.ts'

export { listDrafts } from './drafts.view.ts'

type Place = InputOf<typeof drafts.show>['params']

export async function showDraft(scope: Scope, place: Place): Promise<{ draft: Draft | null }> {
  const row = await store.findDraft(scope, place)
  if (!row) return { draft: null }
  return { draft: { ...store.toHead(row), content: await store.open(scope, row) } }
}

export async function saveDraft(
  scope: Scope,
  place: Place,
  content: Draft['content'],
  seen: Seen,
): Promise<DraftHead> {
  const before = await store.lockDraft(scope, place)
  requireRevision(seen, before?.revision ?? 0)
  const row = before
    ? await store.updateDraft(scope, before, content)
    : await store.insertDraft(scope, place, content)
  // Another device began at the same moment and was faster; what it wrote is there now.
  if (!row) return saveDraft(scope, place, content, seen)
  if (!before) await store.forgetBeyond(scope, mostOfOne)
  return store.toHead(row)
}

/** More are not kept for one member. */
const mostOfOne = 100

/** Whoever is done with it is done with every version of it. */
export async function dropDraft(scope: Scope, place: Place): Promise<void> {
  const before = await store.lockDraft(scope, place)
  if (before) await store.deleteDraft(scope, before.id)
}
