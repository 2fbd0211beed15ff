/** A saved view as the page has it: what it is narrowed to, without where one looks just now. */
import type { LogView } from '@sonaqor/contract/log-views'
import { readRange, writeRange } from '@sonaqor/ui'
import type { Narrowing } from '../logs/log-filter.ts'

type Filter = LogView['filter']

export function savedFrom(shown: Narrowing): Filter {
  const range = readRange(shown.range)
  return {
    status: statusOf(shown.status),
    method: methodOf(shown.method),
    q: shown.q.trim() || undefined,
    keyId: shown.keyId || undefined,
    appId: shown.appId || undefined,
    without: shown.sessions === 'shown' ? undefined : 'embed-sessions',
    ...(typeof range === 'string' ? { range } : range),
  }
}

const statusOf = (text: string) =>
  (['2xx', '3xx', '4xx', '5xx'] as const).find((group) => group === text)
const methodOf = (text: string) =>
  (['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const).find((method) => method === text)

export function shownBy(filter: Filter): Narrowing {
  const { from, to, range = '' } = filter
  const span = from && to ? { from, to } : (readRange(range) ?? '30d')
  return {
    status: filter.status ?? '',
    method: filter.method ?? '',
    q: filter.q ?? '',
    path: filter.path ?? '',
    keyId: filter.keyId ?? '',
    appId: filter.appId ?? '',
    requestId: filter.requestId ?? '',
    sessions: filter.without ? '' : 'shown',
    range: writeRange(span),
    whole: '',
  }
}
