import { useInfiniteQuery } from '@tanstack/react-query'

/** One page of a list, as every endpoint of the API answers it. */
interface PageOfRows<Row> {
  readonly data: readonly Row[]
  readonly page: { readonly next: string | null }
}

/**
 * A list of the API, read page by page and seen as one. `key` names what is read, its filter
 * included; `read` asks for the page at a cursor, or for the first one without.
 */
export function usePages<Row>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<PageOfRows<Row>>,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.data),
  })
}
