/** Access reviews: who and what still has access and was not seen for long, looked at one by one and signed. */
import { z } from 'zod'
import { del, get, post, put } from './endpoint.ts'
import { event } from './event.ts'
import { Page, pageOf } from './page.ts'
import { Environment, Id, Instant, Role } from './values.ts'

/** Who was not here, and what was not used, for so long is stale. */
export const staleDays = 30

const ReviewFile = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  sha256: z.string().describe('Of the PDF, in hex; it stands in the audit log as well'),
  signature: z
    .string()
    .nullable()
    .describe(
      'A compact JWS (EdDSA) by a key of `audit.keys` over `tenant`, `review`, `sha256`, `bytes`, `signedBy` and `signedAt`, for whoever keeps it beside the PDF. Null for reviews of before there was one',
    ),
})

export const Review = z
  .object({
    id: Id,
    which: z.enum(['stale', 'all']),
    startedAt: Instant,
    startedBy: z.string(),
    state: z.enum(['open', 'signed']),
    items: z.object({
      total: z.number().int(),
      undecided: z.number().int(),
      kept: z.number().int(),
      toRemove: z.number().int(),
    }),
    signedAt: Instant.nullable(),
    signedBy: z.string().nullable(),
    file: ReviewFile.nullable().describe('The signed PDF'),
  })
  .meta({ id: 'AccessReview' })
export type Review = z.output<typeof Review>

export const decisions = ['keep', 'remove'] as const

export const ReviewItem = z
  .object({
    id: Id,
    kind: z.enum(['member', 'key']),
    targetId: Id.describe('Of the member or the key'),
    name: z.string().describe('Of the member, or the label of the key'),
    detail: z.string().describe('The e-mail of the member, or what the key begins with'),
    role: Role.nullable(),
    environment: Environment.nullable(),
    madeBy: z.string().nullable().describe('Who issued the key'),
    since: Instant.describe('When they joined, or it was issued'),
    lastUsedAt: Instant.nullable().describe('When they were last here, or it was last used'),
    stale: z.boolean(),
    suspended: z.boolean().describe('Whether the member was suspended when the review was started'),
    decision: z.enum(decisions).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    gone: z.boolean().describe('Whether by now the member is removed, or the key revoked'),
  })
  .meta({ id: 'AccessReviewItem' })
export type ReviewItem = z.output<typeof ReviewItem>

const ReviewParams = z.strictObject({ id: Id })

export const reviews = {
  list: get('/reviews', {
    access: 'team:write',
    only: 'member',
    summary: 'List access reviews',
    query: Page,
    reply: pageOf(Review),
  }),
  start: post('/reviews', {
    access: 'team:write',
    only: 'member',
    summary: 'Start an access review',
    description: `A snapshot of members who were not here for ${staleDays} days and of keys that were not used for as long, or of all of them.`,
    body: z.strictObject({ which: z.enum(['stale', 'all']).default('stale') }),
    reply: Review,
    status: 201,
    idempotent: true,
    limit: { requests: 30, seconds: 3600, per: 'principal' },
  }),
  show: get('/reviews/{id}', {
    access: 'team:write',
    only: 'member',
    summary: 'Show an access review',
    params: ReviewParams,
    reply: Review,
  }),
  items: get('/reviews/{id}/items', {
    access: 'team:write',
    only: 'member',
    summary: 'List what is reviewed',
    params: ReviewParams,
    query: z.strictObject({
      ...Page.shape,
      kind: z.enum(['member', 'key']).optional(),
      decision: z.enum([...decisions, 'none']).optional(),
    }),
    reply: pageOf(ReviewItem),
  }),
  decide: put('/reviews/{id}/items/{itemId}', {
    access: 'team:write',
    only: 'member',
    summary: 'Decide on one line of a review',
    description:
      '`keep` confirms it, `remove` marks it for removal. A mark removes nothing by itself: the member is removed and the key revoked as always, by whoever may.',
    params: z.strictObject({ id: Id, itemId: Id }),
    body: z.strictObject({ decision: z.enum(decisions) }),
    reply: ReviewItem,
    idempotent: true,
  }),
  sign: post('/reviews/{id}/sign', {
    access: 'team:write',
    only: 'member',
    summary: 'Sign an access review',
    description:
      'Once every line is decided. It is kept as a PDF with its SHA-256 in the audit log and our signature beside it, and changes no more.',
    params: ReviewParams,
    reply: Review,
    idempotent: true,
  }),
  download: get('/reviews/{id}/file', {
    access: 'team:write',
    only: 'member',
    summary: 'Download a signed access review',
    params: ReviewParams,
    streams: ['application/pdf'],
    limit: { requests: 30, seconds: 60, per: 'principal' },
  }),
  discard: del('/reviews/{id}', {
    access: 'team:write',
    only: 'member',
    summary: 'Discard an open access review',
    description: 'One that is signed stays.',
    params: ReviewParams,
    idempotent: true,
  }),
}

const OfReview = z.object({ reviewId: Id })
const Started = z.object({
  id: Id,
  which: Review.shape.which,
  members: z.number().int(),
  keys: z.number().int(),
})
const Decided = z.object({
  id: Id,
  itemId: Id,
  kind: ReviewItem.shape.kind,
  targetId: ReviewItem.shape.targetId,
  decision: z.enum(decisions),
})
const Signed = z.object({
  id: Id,
  sha256: ReviewFile.shape.sha256,
  bytes: ReviewFile.shape.bytes,
  lines: z.number().int(),
  toRemove: z.number().int(),
})
export const reviewEvents = {
  started: event('reviews.started', 'team:write', OfReview, Started),
  decided: event('reviews.decided', 'team:write', OfReview, Decided),
  signed: event('reviews.signed', 'team:write', OfReview, Signed),
  discarded: event('reviews.discarded', 'team:write', OfReview, z.object({ id: Id })),
}
