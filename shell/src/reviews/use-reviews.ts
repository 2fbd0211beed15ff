import type { Review, ReviewItem } from '@sonaqor/contract/reviews'
import {
  useFiles,
  useLive,
  useModule,
  useMutation,
  usePages,
  useQuery,
  useReadAgain,
  useWrite,
} from '@sonaqor/module'
import { save } from '@sonaqor/ui'
import { useRef, useState } from 'react'

export type Decision = NonNullable<ReviewItem['decision']>

/** The access reviews of the tenant, the newest first. */
export function useReviews() {
  const { api } = useModule()
  useFollowing()
  return usePages(['reviews', 'list'], (cursor) => api.reviews.list({ query: { cursor } }))
}

export function useReview(id: string) {
  const { api } = useModule()
  useFollowing()
  return useQuery({
    queryKey: ['reviews', 'one', id],
    queryFn: () => api.reviews.show({ params: { id } }),
  })
}

export interface LinesFilter {
  readonly kind: ReviewItem['kind'] | ''
  readonly decision: Decision | 'none' | ''
}

/** The lines of a review, page by page; they follow what others decide meanwhile. */
export function useLines(id: string, { kind, decision }: LinesFilter) {
  const { api } = useModule()
  const narrowed = { kind: kind || undefined, decision: decision || undefined }
  return usePages(['reviews', 'lines', id, narrowed], (cursor) =>
    api.reviews.items({ params: { id }, query: { ...narrowed, cursor } }),
  )
}

export function useStart() {
  const { api } = useModule()
  return useReviewWrite((which: Review['which']) => api.reviews.start({ body: { which } }))
}

interface Decided {
  readonly lines: readonly ReviewItem[]
  readonly decision: Decision
}

/**
 * Each line is decided by itself, for each stands in the audit log. Whoever decides by letters is faster
 * than answers come, so what they say waits its turn and none of it is lost.
 */
export function useDecide(id: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('reviews')
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, count] = useState(0)
  const [error, fail] = useState<unknown>()

  async function decideEach({ lines, decision }: Decided) {
    for (const { id: itemId } of lines) {
      // One after the other: each waits for the lock of the review anyway.
      await api.reviews.decide({ params: { id, itemId }, body: { decision } })
    }
  }

  function decide(decided: Decided): void {
    fail(undefined)
    count((before) => before + 1)
    last.current = last.current
      .then(() => decideEach(decided))
      .catch(fail)
      .finally(() => {
        count((before) => before - 1)
        void readAgain()
      })
  }
  return { decide, isDeciding: waiting > 0, error }
}

export function useSign() {
  const { api } = useModule()
  return useReviewWrite((id: string) => api.reviews.sign({ params: { id } }))
}

export function useDiscard() {
  const { api } = useModule()
  return useReviewWrite((id: string) => api.reviews.discard({ params: { id } }))
}

/** Hands the signed PDF of a review to the person. */
export function useDownload() {
  const files = useFiles()
  return useMutation({
    mutationFn: async ({ id, file }: Pick<Review, 'id' | 'file'>) => {
      const answer = await files.reviews.download({ params: { id } })
      save(await answer.blob(), file?.fileName ?? 'access-review.pdf')
    },
  })
}

/** Beside the PDF, under its name, so that both are found together. */
export function saveSignature({ fileName, signature }: NonNullable<Review['file']>) {
  save(new Blob([signature ?? ''], { type: 'application/jose' }), `${fileName}.jws`)
}

const useReviewWrite = <Data, Input>(write: (input: Input) => Promise<Data>) =>
  useWrite({ areas: ['reviews'], write })

function useFollowing() {
  const readAgain = useReadAgain('reviews')
  useLive('reviews', () => void readAgain())
}
