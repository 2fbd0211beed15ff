import type { Readable } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** One page of a list, as every endpoint of the API answers it. */
interface PageOfRows<Row> {
  readonly data: readonly Row[]
  readonly page: { readonly next: string | null }
}

export type ReadPage<Row> = (query: {
  readonly limit: number
  readonly cursor?: string
}) => Promise<PageOfRows<Row>>

export interface Listing<Row> extends Readable<readonly Row[]> {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly refetch: () => Promise<void>
  readonly fetchNextPage: () => Promise<void>
}

interface State<Row> extends Pick<Readable<readonly Row[]>, 'status' | 'data' | 'error'> {
  readonly next: string | null
}

/** As many as one page has, and the most that the API answers at once. */
const few = 25
const most = 200

/**
 * A list that the frame reads page by page, as `useReading` reads one thing. Read again, it is as long
 * as it was, so that nobody loses their place. `of` names the filter: under another one it is read anew,
 * and what was known stays until then.
 */
export function useListing<Row>(
  read: ReadPage<Row>,
  { limit = few, of = '' }: { readonly limit?: number; readonly of?: string } = {},
): Listing<Row> {
  const [state, become] = useState<State<Row>>({
    status: 'pending',
    data: undefined,
    error: null,
    next: null,
  })
  const [isFetchingNextPage, fetchesNext] = useState(false)
  // Of two answers that cross each other, the one that was asked for last is the true one.
  const turn = useRef(0)

  function take(ask: Promise<PageOfRows<Row>>, before: readonly Row[]): Promise<void> {
    turn.current += 1
    const mine = turn.current
    const show = (next: (last: State<Row>) => State<Row>) =>
      void (mine === turn.current && become(next))
    return ask.then(
      ({ data, page }) =>
        show(() => ({
          status: 'success',
          data: [...before, ...data],
          error: null,
          next: page.next,
        })),
      (error: unknown) => show((last) => ({ ...last, status: 'error', error })),
    )
  }

  const refetch = () =>
    take(read({ limit: Math.min(most, Math.max(limit, state.data?.length ?? 0)) }), [])
  const begin = useEffectEvent((filter: string) => {
    if (filter === of) void refetch()
  })
  useEffect(() => begin(of), [of])

  return {
    ...state,
    hasNextPage: state.next !== null,
    isFetchingNextPage,
    refetch,
    async fetchNextPage() {
      if (state.next === null) return
      fetchesNext(true)
      await take(read({ limit, cursor: state.next }), state.data ?? [])
      fetchesNext(false)
    },
  }
}
