import type { Review, ReviewItem } from '@sonaqor/contract/reviews'
import { ago, dayMs, hourMs } from '@sonaqor/storybook/fixtures/time'
import { dana } from '../../team/testing/people.ts'

export function reviewOf(change: Partial<Review> = {}): Review {
  return {
    id: '01920000-0000-7000-8000-00000000e001',
    which: 'stale',
    startedAt: ago(2 * hourMs),
    startedBy: 'Ada Moreau',
    state: 'open',
    items: { total: 3, undecided: 2, kept: 1, toRemove: 0 },
    signedAt: null,
    signedBy: null,
    file: null,
    ...change,
  }
}

export const decidedReview = reviewOf({
  items: { total: 3, undecided: 0, kept: 1, toRemove: 2 },
})

export const signedReview = reviewOf({
  id: '01920000-0000-7000-8000-00000000e002',
  which: 'all',
  startedAt: ago(90 * dayMs),
  state: 'signed',
  items: { total: 12, undecided: 0, kept: 10, toRemove: 2 },
  signedAt: ago(89 * dayMs),
  signedBy: 'Clara Osei',
  file: {
    fileName: 'access-review-2026-08-24.pdf',
    bytes: 18_432,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    signature: 'eyJhbGciOiJFZERTQSJ9.eyJyZXZpZXciOiIwMTkyIn0.c2lnbmF0dXJl',
  },
})

export function lineOf(change: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id: '01920000-0000-7000-8000-00000000f001',
    kind: 'member',
    targetId: dana.id,
    name: dana.person.name,
    detail: dana.person.email,
    role: 'developer',
    environment: null,
    madeBy: null,
    since: ago(90 * dayMs),
    lastUsedAt: ago(40 * dayMs),
    stale: true,
    suspended: false,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    gone: false,
    ...change,
  }
}

export const lines: readonly ReviewItem[] = [
  lineOf(),
  lineOf({
    id: '01920000-0000-7000-8000-00000000f002',
    kind: 'key',
    targetId: '01920000-0000-7000-8000-00000000c004',
    name: 'Old importer',
    detail: 'sq_live_Zz31…p4Pd',
    role: null,
    environment: 'production',
    madeBy: 'Dana Whitlock',
    since: ago(200 * dayMs),
    lastUsedAt: null,
  }),
  lineOf({
    id: '01920000-0000-7000-8000-00000000f003',
    targetId: '01920000-0000-7000-8000-00000000d009',
    name: 'Jonas Whitlock',
    detail: 'jonas@northwind.example',
    role: 'viewer',
    decision: 'keep',
    decidedBy: 'Ada Moreau',
    decidedAt: ago(hourMs),
    stale: false,
    suspended: true,
  }),
]
