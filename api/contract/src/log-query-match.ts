/** Whether one logged request is what a query asks for: the same answer as the database gives. */
import type { LogEntry } from './logs.ts'
import { addressIn } from './log-query-address.ts'
import type { LogMatch, LogTerm } from './log-query.ts'

type Line = Pick<
  LogEntry,
  'status' | 'method' | 'path' | 'keyId' | 'keyPrefix' | 'appId' | 'ip' | 'latencyMs' | 'requestId'
>

const valuesOf: Readonly<Record<LogTerm['field'], (line: Line) => readonly (string | number)[]>> = {
  status: ({ status }) => [status],
  method: ({ method }) => [method],
  path: ({ path }) => [path],
  key: ({ keyId, keyPrefix }) => [keyId, keyPrefix],
  app: ({ appId }) => [appId],
  ip: ({ ip }) => [ip],
  latency: ({ latencyMs }) => [latencyMs],
  request: ({ requestId }) => [requestId],
  text: ({ path }) => [path],
}

export const holdsAll = (line: Line, terms: readonly LogTerm[]): boolean =>
  terms.every(({ field, isNot, anyOf }) => {
    const values = valuesOf[field](line)
    return anyOf.some((match) => values.some((value) => fits(value, match))) !== isNot
  })

function fits(value: string | number, match: LogMatch): boolean {
  if (match.kind === 'span') {
    const { least, most, isClosed } = match
    const number = Number(value)
    if (isClosed) return (least === null || number >= least) && (most === null || number <= most)
    return (least === null || number > least) && (most === null || number < most)
  }
  const text = String(value)
  if (match.kind === 'is') return text === match.text
  if (match.kind === 'begins') return text.startsWith(match.text)
  if (match.kind === 'contains') return text.toLowerCase().includes(match.text.toLowerCase())
  if (match.kind === 'ends') return text.toLowerCase().endsWith(match.text.toLowerCase())
  const [range, one] = [addressIn(match.text), addressIn(text)]
  return (
    range !== null &&
    one !== null &&
    range.isLong === one.isLong &&
    one.first >= range.first &&
    one.last <= range.last
  )
}
