/** The query language as the server reads it: what cannot be read is refused, by the place of the character. */
import { logQueryMax, readLogQuery, wordsOf, type LogTerm } from '@sonaqor/contract/log-query'
import { writtenQuery } from '@sonaqor/contract/log-query-written'
import { Problem } from '../../../core/problems/index.ts'
import { redactPath } from '../redaction/redact-request.ts'
import { redactText } from '../../../core/redaction/index.ts'

export function termsIn(q: string | undefined, pointer = '?q'): readonly LogTerm[] {
  const { terms, fault } = readLogQuery(q ?? '')
  if (!fault) return terms
  const detail = wordsOf(fault)
  throw new Problem('bad-request', {
    detail: `The query cannot be read: ${detail}.`,
    errors: [{ pointer, detail }],
  })
}

interface Worded {
  readonly path?: string | undefined
  readonly q?: string | undefined
}

/**
 * The same filter as it is asked and kept: its query in the one way of writing it, and in no text more of
 * anything private than lines hold, so that what was pasted still finds what was stored of it.
 */
export function settled<Filter extends Worded>(filter: Filter, pointer = '?q'): Filter {
  const { path, q } = filter
  const kept: Worded = {
    ...(path !== undefined && {
      path: fitting(redactPath(path), pathMax, pointer.replace(/q$/, 'path')),
    }),
    ...(q !== undefined && {
      q:
        fitting(writtenQuery(termsIn(q, pointer).map(redactTerm)), logQueryMax, pointer) ||
        undefined,
    }),
  }
  return { ...filter, ...kept }
}

const pathMax = 200

const redactors: Partial<Record<LogTerm['field'], (text: string) => string>> = {
  path: redactPath,
  text: redactText,
}

function redactTerm(term: LogTerm): LogTerm {
  const redact = redactors[term.field]
  if (!redact) return term
  const anyOf = term.anyOf.map((match) =>
    match.kind === 'span' ? match : { ...match, text: redact(match.text) },
  )
  return { ...term, anyOf }
}

/** What stands in place of something private may be longer than it; a filter that is kept is taken again. */
function fitting(text: string, most: number, pointer: string): string {
  if (text.length <= most) return text
  const detail = `must be at most ${most} characters, as it is kept; so written it has ${text.length}`
  throw new Problem('invalid', {
    detail: 'A part of the filter is too long.',
    errors: [{ pointer, detail }],
  })
}
