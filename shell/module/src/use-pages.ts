import type { Read } from './reading/entry.ts'
import { askAgain, seen, useSelected } from './reading/use-query.ts'
import { useReading } from './reading/use-reading.ts'

/** One page of a list, as every endpoint of the API answers it. */
interface PageOfRows<Row> {
  readonly data: readonly Row[]
  readonly page: { readonly next: string | null }
}

type Pages<Row> = readonly PageOfRows<Row>[]

const rowsOf = <Row>(pages: Pages<Row>): Row[] => pages.flatMap(({ data }) => data)
const nextOf = <Row>(pages: Pages<Row> | undefined) => pages?.at(-1)?.page.next ?? undefined

/**
 * A list of the API, read page by page and seen as one. `key` names what is read, its filter
 * included; `read` asks for the page at a cursor, or for the first one without.
 */
export function usePages<Row>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<PageOfRows<Row>>,
) {
  const readPages: Read<Pages<Row>> = async (known, { isWhole, isMore }) => {
    if (known && !isWhole) {
      const next = nextOf(known)
      return next ? [...known, await read(next)] : known
    }
    const pages = [await read(undefined)]
    // As many as are in view: a list that is read again does not become shorter below the reader.
    const count = known ? known.length + (isMore ? 1 : 0) : 1
    while (pages.length < count && nextOf(pages)) pages.push(await read(nextOf(pages)))
    return pages
  }
  const { entry, state } = useReading({ queryKey: key }, readPages)

  return {
    ...seen(state),
    data: useSelected(state.data, rowsOf<Row>),
    refetch: () => askAgain(entry, readPages),
    hasNextPage: nextOf(state.data) !== undefined,
    isFetchingNextPage: state.fetchStatus === 'fetching' && state.isMore,
    /** Reads one page more, and resolves with all rows that are known then. */
    async fetchNextPage() {
      await entry.ask(readPages, { anew: true, isMore: true })
      const { data, error } = entry.state()
      return { data: data && rowsOf(data), error }
    },
  }
}
