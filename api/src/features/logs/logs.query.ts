/** The query language as the server reads it: what cannot be read is refused, by the place of the character. */
import { readLogQuery, wordsOf, type LogTerm } from '@sonaqor/contract/log-query'
import { writtenQuery } from '@sonaqor/contract/log-query-written'
import { Problem } from '../../core/problems/index.ts'

export function termsIn(q: string | undefined, pointer = '?q'): readonly LogTerm[] {
  const { terms, fault } = readLogQuery(q ?? '')
  if (!fault) return terms
  const detail = wordsOf(fault)
  throw new Problem('bad-request', {
    detail: `The query cannot be read: ${detail}.`,
    errors: [{ pointer, detail }],
  })
}

/** The same filter with its query in the one way of writing it, in which no secret is kept. */
export function settled<Filter extends { readonly q?: string | undefined }>(
  filter: Filter,
  pointer?: string,
): Filter {
  if (filter.q === undefined) return filter
  const q = writtenQuery(termsIn(filter.q, pointer))
  return { ...filter, q: q === '' ? undefined : q }
}
