/** Access reviews: a snapshot, a decision on each line, and a PDF that is signed and changes no more. */
import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { EventType } from '@sonaqor/contract/event'
import {
  reviewEvents,
  type decisions,
  type Review,
  type ReviewItem,
  type reviews,
} from '@sonaqor/contract/reviews'
import type { z } from 'zod'
import { signingKeys } from '../../core/audit/index.ts'
import type { FileOut } from '../../core/implement/index.ts'
import type { PageReply } from '../../core/paging/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { emailOf, requireMember } from '../access/index.ts'
import { tenantName } from './members.store.ts'
import { reviewPdf } from './review-pdf.ts'
import * as store from './reviews.store.ts'
import {
  fileNameOf,
  findAccess,
  linesMax,
  listItems,
  showItem,
  showReview,
} from './reviews.view.ts'

export { listReviews } from './reviews.view.ts'

export async function start(scope: Scope, which: 'stale' | 'all'): Promise<Review> {
  const { name } = requireMember(scope.principal)
  const found = await findAccess(scope, which)
  if (found.length > linesMax) {
    throw new Problem('too-large', {
      detail: `More than ${linesMax} members and keys would stand in it. Review the stale ones alone.`,
    })
  }
  const id = scope.newId()
  await store.insertReview(scope, { id, which, started_by: name }, found)
  const isOf = (wanted: string) => found.filter(({ kind }) => kind === wanted).length
  await tell(scope, 'started', id, { which, members: isOf('member'), keys: isOf('key') })
  return show(scope, id)
}

export async function show(scope: Scope, id: string): Promise<Review> {
  return (await showReview(scope, id)) ?? Promise.reject(noReview())
}

export async function showItems(
  scope: Scope,
  id: string,
  query: InputOf<typeof reviews.items>['query'],
): Promise<PageReply<ReviewItem>> {
  if (!(await store.findReview(scope, id))) throw noReview()
  return listItems(scope, id, query)
}

export async function decide(
  scope: Scope,
  { id, itemId }: { readonly id: string; readonly itemId: string },
  decision: (typeof decisions)[number],
): Promise<ReviewItem> {
  await lockOpen(scope, id)
  const decided_by = requireMember(scope.principal).name
  const decided = { decision, decided_by, decided_at: scope.now() }
  const isThere = await store.decideItem(scope, id, itemId, decided)
  const item = isThere ? await showItem(scope, id, itemId) : undefined
  if (!item) throw new Problem('not-found', { detail: 'There is no such line in this review.' })
  const { kind, targetId } = item
  await tell(scope, 'decided', id, { itemId, kind, targetId, decision })
  return item
}

/**
 * The PDF says what was decided by whom; what it is made of can be told by its hash in the audit log. It is
 * drawn while nobody waits for it, and signed if it is still what stands here.
 */
export async function sign(scope: Scope, id: string): Promise<Review> {
  const review = requireOpen(await store.findReview(scope, id))
  const items = await store.itemsOf(scope, id)
  const undecided = items.filter(({ decision }) => decision === null).length
  if (undecided > 0) {
    throw new Problem('conflict', { detail: `Decide on each line first: ${undecided} are left.` })
  }
  const member = requireMember(scope.principal)
  const signed = { by: member.name, email: await emailOf(scope, member), at: scope.now() }
  const tenant = await tenantName(scope)
  const bytes = await scope.aside(() => reviewPdf({ tenant, review, items, signed }))
  await lockOpen(scope, id)
  if (!isDeepStrictEqual(items, await store.itemsOf(scope, id))) {
    throw new Problem('conflict', {
      detail: 'Somebody has decided on a line meanwhile. Look at it, and sign again.',
    })
  }
  const file = await scope.files.put(scope, bytes, { contentType: 'application/pdf' })
  await store.signReview(scope, id, {
    signed_at: signed.at,
    signed_by: signed.by,
    file_id: file.id,
    file_bytes: file.bytes,
    file_sha256: file.sha256,
    file_signature: signatureOf(scope, { id, file, by: signed.by, at: signed.at }),
  })
  const toRemove = items.filter(({ decision }) => decision === 'remove').length
  const { sha256, bytes: length } = file
  await tell(scope, 'signed', id, { sha256, bytes: length, lines: items.length, toRemove })
  return show(scope, id)
}

interface SignedFile {
  readonly id: string
  readonly file: { readonly sha256: string; readonly bytes: number }
  readonly by: string
  readonly at: Date
}

/** By the key that vouches for the audit log, so that the PDF can be believed without us and our log. */
function signatureOf({ secrets, tenantId: tenant }: Scope, { id, file, by, at }: SignedFile) {
  const { sha256, bytes } = file
  const payload = { tenant, review: id, sha256, bytes, signedBy: by, signedAt: at.toISOString() }
  return signingKeys(secrets).sign('access-review', payload)
}

export async function download(scope: Scope, id: string): Promise<FileOut> {
  const review = await store.findReview(scope, id)
  if (!review) throw noReview()
  const { file_id: fileId, signed_at: signedAt } = review
  if (!fileId || !signedAt) {
    throw new Problem('conflict', { detail: 'There is a file once the review is signed.' })
  }
  return {
    contentType: 'application/pdf',
    fileName: fileNameOf(signedAt),
    taken: (taking) => taking.audit({ action: 'reviews.downloaded', target: id }),
    async *read(step) {
      yield await step(async (reading) => {
        const parts: Uint8Array[] = []
        for await (const part of reading.files.read(reading, fileId)) parts.push(part)
        return Buffer.concat(parts)
      })
    },
  }
}

export async function discard(scope: Scope, id: string): Promise<void> {
  await lockOpen(scope, id)
  await store.deleteReview(scope, id)
  await tell(scope, 'discarded', id, {})
}

async function lockOpen(scope: Scope, id: string): Promise<store.ReviewRow> {
  return requireOpen(await store.lockReview(scope, id))
}

function requireOpen(review: store.ReviewRow | undefined): store.ReviewRow {
  if (!review) throw noReview()
  if (!review.signed_at) return review
  throw new Problem('conflict', { detail: 'This review is signed, and changes no more.' })
}

type Facts = {
  readonly [What in keyof typeof reviewEvents]: Omit<
    z.input<(typeof reviewEvents)[What]['data']>,
    'id'
  >
}

async function tell<What extends keyof Facts>(
  scope: Scope,
  what: What,
  id: string,
  facts: Facts[What],
): Promise<void> {
  const type: EventType = reviewEvents[what]
  await scope.emit(type, { environment: null, ref: { reviewId: id }, data: { id, ...facts } })
  scope.audit({ action: reviewEvents[what].name, target: id, after: facts })
}

const noReview = () => new Problem('not-found', { detail: 'There is no review with this id.' })
