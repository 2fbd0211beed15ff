import type { LogHistogram, LogSearch } from '@sonaqor/contract/logs'
import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import { useRef, useState } from 'react'
import { useLook } from '../looks/use-look.ts'
import type { Span } from '../logs/use-span.ts'
import { endOf, together } from './bars.ts'
import { untilThen } from './instants.ts'

/** So often the server is asked to go on before somebody has to want it; each time takes a second or two. */
const looksMost = 12
const againMs = 30_000
/** What takes long to count is counted again seldom: of the time between this part is counting at most. */
const share = 20

interface Counted extends LogHistogram {
  readonly tookMs: number
}

const keyOf = (search: LogSearch, span: Span) => ['logs', 'histogram', search, span]

/** The bars of one question, counted further back under the eyes of the reader until they are whole. */
export function useBars(search: LogSearch, span: Span, isFollowed: boolean) {
  const { api } = useModule()
  const question = JSON.stringify([search, span])
  const look = useLook('bars', [search, span])
  const [reached, setReached] = useState<{ question: string; counted: Counted }>()
  /** From here on somebody wanted it counted further back, and the server would not. */
  const [end, setEnd] = useState<{ question: string; at: string }>()
  const goOnFrom = useRef<Counted>(undefined)
  /** Of each question: who counts it anew takes the place of who did, and of all that was still to be asked. */
  const turns = useRef<Record<string, number>>({})

  const ask = (mine: number, more?: { before: string; bucketsTo: string }) =>
    look(() => {
      if (turns.current[question] !== mine) throw new Error('It is counted anew.')
      return api.logs.histogram({ query: { ...search, ...span, ...more } })
    })

  const read = async (): Promise<Counted> => {
    const mine = (turns.current[question] ?? 0) + 1
    turns.current[question] = mine
    const known = goOnFrom.current
    goOnFrom.current = undefined
    const beganAt = Date.now()
    const before = known?.tookMs ?? 0
    const first = known ?? (await ask(mine))
    const bucketsTo = endOf(first)
    const timed = (of: LogHistogram) => ({ ...of, tookMs: before + Date.now() - beganAt })
    let counted = timed(known ?? untilThen(first, Date.now()))
    for (let looks = 1; counted.isApproximate && looks < looksMost; looks += 1) {
      if (turns.current[question] === mine) setReached({ question, counted })
      // Each goes on where the one before it ended.
      // oxlint-disable-next-line no-await-in-loop
      const older = await ask(mine, { before: counted.completeFrom, bucketsTo }).catch(
        unlessRefused,
      )
      if (!older || older.completeFrom >= counted.completeFrom) {
        if (known) setEnd({ question, at: counted.completeFrom })
        break
      }
      counted = timed(together(counted, older))
    }
    return counted
  }
  const { data, error, isPlaceholderData, isFetching, status, refetch } = useQuery({
    queryKey: keyOf(search, span),
    queryFn: read,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      isFollowed && Math.max(againMs, (state.data?.tookMs ?? 0) * share),
  })
  const partly = reached?.question === question ? reached.counted : undefined
  const whole = isPlaceholderData ? undefined : data
  // What was reached once is not given up for less.
  const isFurther = partly && (!whole || partly.completeFrom < whole.completeFrom)
  const own = isFurther ? partly : whole
  return {
    bars: own ?? data,
    /** These are of the question before. */
    isOld: !own && data !== undefined,
    isCounting: isFetching,
    isAtEnd: end?.question === question && own !== undefined && own.completeFrom >= end.at,
    hasFailed: status === 'error',
    isTooLong: isOfSpan(error),
    tookMs: own?.tookMs ?? 0,
    countAgain: refetch,
    countFurther: () => {
      goOnFrom.current = own
      return refetch()
    },
  }
}

/** What is refused for where its span begins is refused however often it is asked for. */
const isOfSpan = (error: unknown): boolean =>
  (error as Partial<Refused> | null)?.problem?.errors?.some(({ pointer }) => pointer === '?from') ??
  false

interface Refused {
  readonly problem: { readonly errors?: readonly { readonly pointer: string }[] }
}

/** A refusal leaves what is known as it is. */
function unlessRefused(error: unknown): undefined {
  if (!(error as { problem?: unknown }).problem) throw error
}

/**
 * Since when its bars tell of a span, where that is a part of it, so that what stands beside them counts the
 * same requests; undefined until that is known.
 */
export function useCountedPart(search: LogSearch, span: Span): { since?: string } | undefined {
  const { api } = useModule()
  // The bars ask for it, and go on from there.
  const { data, status } = useQuery<LogHistogram>({
    queryKey: keyOf(search, span),
    queryFn: () => api.logs.histogram({ query: { ...search, ...span } }),
    enabled: false,
  })
  if (data?.isApproximate) return { since: data.completeFrom }
  return data || status === 'error' ? {} : undefined
}
