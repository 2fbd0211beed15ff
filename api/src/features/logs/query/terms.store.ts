/** The terms of a query as conditions on lines; where an index can find the lines, it is asked by it. */
import type { LogMatch, TermRange, LogTerm } from '@sonaqor/contract/log-query'
import type { Knex } from 'knex'
import { firstIdOf, instantOf } from '../write/log-line.ts'
import { indexedPart, shownPath } from '../lock/within-lock.store.ts'

/** From the moment in which a request gets its id to that in which its entry does. */
const longestRequestMs = 2 * 60_000

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

export function narrowByTerms<Row extends object, Rows>(
  query: Knex.QueryBuilder<Row, Rows>,
  terms: readonly LogTerm[],
  isLocked: boolean,
): void {
  for (const { field, isNot, anyOf } of terms) {
    const conditions = anyOf.map((match) => conditionOf(field, match, isLocked))
    const sql = conditions.map((one) => `(${one.sql})`).join(' or ')
    const values = conditions.flatMap((one) => one.values)
    query.whereRaw(`${isNot ? 'not ' : ''}(${sql})`, values)
  }
}

function conditionOf(field: LogTerm['field'], match: LogMatch, isLocked: boolean): Condition {
  if (match.kind === 'span') return spanned(field, match)
  const { kind, text } = match
  if (kind === 'contains' || kind === 'ends') return somewhere(kind, text, isLocked)
  if (field === 'path') return isLocked ? onShown(kind, text) : onText('path', kind, text)
  if (field === 'ip' && kind === 'within') return within(text)
  if (field === 'request') return asked(text)
  if (field === 'key') return onText(kind === 'is' ? 'key_id' : 'key_prefix', kind, text)
  return onText(columns[field === 'text' ? 'path' : field], kind, text)
}

/** In either case, for what begins with it need not be known. */
function somewhere(kind: 'contains' | 'ends', text: string, isLocked: boolean): Condition {
  const path = isLocked ? shownPath : { sql: 'path', values: [] }
  if (kind === 'contains') {
    return { sql: `strpos(lower(${path.sql}), lower(?)) > 0`, values: [...path.values, text] }
  }
  const sql = `right(lower(${path.sql}), char_length(lower(?))) = lower(?)`
  return { sql, values: [...path.values, text, text] }
}

const columns = {
  status: 'status',
  method: 'method',
  path: 'path',
  app: 'app_id',
  ip: 'ip',
  latency: 'latency_ms',
}

/** By operators that are leakproof: a policy would keep LIKE off every index. */
function onText(column: string, kind: string, text: string): Condition {
  if (kind === 'is') return { sql: `${column} = ?`, values: [text] }
  return { sql: `${column} ~>=~ ? and ${column} ~<~ ?`, values: [text, `${text}\u{10FFFF}`] }
}

/** What a locked session sees of a path is what it may ask for; the index finds what that may be of. */
function onShown(kind: string, text: string): Condition {
  const found = onText('path', 'begins', indexedPart(text))
  const asks = kind === 'is' ? `${shownPath.sql} = ?` : `starts_with(${shownPath.sql}, ?)`
  return { sql: `${found.sql} and ${asks}`, values: [...found.values, ...shownPath.values, text] }
}

/** What a proxy told us to be an address need not be one. */
const within = (range: string): Condition => ({
  sql: `case when pg_input_is_valid(ip, 'inet') then ip::inet <<= ?::inet else false end`,
  values: [range],
})

/** No index holds it: it is looked for among the few entries of its time. */
function asked(requestId: string): Condition {
  const began = instantOf(requestId)
  return {
    sql: 'request_id = ? and id >= ? and id < ?',
    values: [requestId, firstIdOf(began), firstIdOf(new Date(began.getTime() + longestRequestMs))],
  }
}

function spanned(field: LogTerm['field'], span: TermRange): Condition {
  const { least, most, isClosed } = span
  const column = field === 'latency' ? 'latency_ms' : 'status'
  const type = field === 'latency' ? 'real' : 'smallint'
  const also = isClosed ? '=' : ''
  const group = field === 'status' ? groupOf(span) : []
  const bounds =
    group.length > 0 && isWhole(span)
      ? group
      : [
          ...(least === null ? [] : [{ sql: `${column} >${also} ?::${type}`, values: [least] }]),
          ...(most === null ? [] : [{ sql: `${column} <${also} ?::${type}`, values: [most] }]),
          ...group,
        ]
  return {
    sql: bounds.map(({ sql }) => sql).join(' and '),
    values: bounds.flatMap(({ values }) => values),
  }
}

/** The index knows groups of statuses. */
function groupOf({ least, most }: TermRange): Condition[] {
  if (least === null || most === null) return []
  const [first, last] = [Math.floor(least / 100), Math.floor(most / 100)]
  return first === last ? [{ sql: 'status_group = ?', values: [first] }] : []
}

/** Asked for once and twice over, a group would be taken for rarer than it is, and all of it read. */
const isWhole = ({ least, most, isClosed }: TermRange) =>
  isClosed && Number(least) % 100 === 0 && Number(most) % 100 === 99
