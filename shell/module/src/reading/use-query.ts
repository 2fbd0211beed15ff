import { useMemo } from 'react'
import type { Entry, Read } from './entry.ts'
import type { Reading } from './reading.ts'
import { useReading, type Wish } from './use-reading.ts'

interface QueryOptions<Answer, Data> extends Wish<Answer> {
  readonly queryFn: () => Promise<Answer>
  /** What of the answer is wanted. What makes something new of it is one function, not one for each drawing. */
  readonly select?: (answer: Answer) => Data
}

/** Until the answer to the new question is there, that to the last one is shown. */
export const keepPreviousData = <Data>(before: Data | undefined): Data | undefined => before

/** Something of the API, read while it is in view. Its answer is shared by all who ask by its key. */
export function useQuery<Answer, Data = Answer>(options: QueryOptions<Answer, Data>) {
  const { queryFn, select } = options
  const { entry, state } = useReading(options, queryFn)
  const data = useSelected(state.data, select)
  return {
    ...seen(state),
    data,
    isPlaceholderData: state.isPlaceholderData,
    /** Asks again, and resolves with how that went. */
    refetch: () => askAgain(entry, queryFn),
  }
}

/** What a screen is told of a reading. */
export const seen = ({ status, error, fetchStatus }: Reading<unknown>) => ({
  status,
  error,
  fetchStatus,
  isPending: status === 'pending',
  isSuccess: status === 'success',
  isFetching: fetchStatus === 'fetching',
})

/** Whatever was asked before no longer counts. */
export async function askAgain<Data>(entry: Entry<Data>, read: Read<Data>) {
  await entry.ask(read, { anew: true })
  return seen(entry.state())
}

export function useSelected<Answer, Data>(
  answer: Answer | undefined,
  select: ((answer: Answer) => Data) | undefined,
): Data | undefined {
  return useMemo(
    () => (answer === undefined || !select ? (answer as Data | undefined) : select(answer)),
    [answer, select],
  )
}
