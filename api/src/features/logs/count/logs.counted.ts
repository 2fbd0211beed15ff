/** What was counted of lines, as it is answered. */
import type { LogFacets, LogHistogram } from '@sonaqor/contract/logs'
import type { FacetCounts, FacetOf } from './facets.store.ts'
import type { OverTime } from './histogram.store.ts'
import { beginnings, type LogSpan } from '../query/span.ts'

const groups = ['2xx', '3xx', '4xx', '5xx'] as const

export function toHistogram(
  { buckets: cut, rows, completeFrom }: OverTime,
  within: LogSpan,
): LogHistogram {
  const buckets = beginnings(cut).map((at) => ({
    at: at.toISOString(),
    '2xx': 0,
    '3xx': 0,
    '4xx': 0,
    '5xx': 0,
  }))
  const byInstant = new Map(buckets.map((bucket) => [bucket.at, bucket]))
  for (const { at, status_group, requests } of rows) {
    const group = groups.find((name) => name.startsWith(`${status_group}`))
    const bucket = byInstant.get(at.toISOString())
    if (group && bucket) bucket[group] += Number(requests)
  }
  return {
    ...spanned(within),
    intervalSeconds: cut.seconds,
    buckets,
    ...reach(within, completeFrom),
  }
}

export function toFacets(
  { status, method, app, key, path, ip }: FacetCounts,
  span: LogSpan,
): LogFacets {
  const facet = ({ values, completeFrom, newest }: FacetOf) => ({
    values: [...values],
    ...reach(span, completeFrom),
    ...(completeFrom > span.from && newest !== undefined ? { newest } : {}),
  })
  return {
    ...spanned(span),
    status: facet(status),
    method: facet(method),
    app: facet(app),
    key: facet(key),
    path: facet(path),
    ip: facet(ip),
  }
}

const spanned = ({ from, to }: LogSpan) => ({ from: from.toISOString(), to: to.toISOString() })

const reach = (span: LogSpan, completeFrom: Date) => ({
  isApproximate: completeFrom > span.from,
  completeFrom: completeFrom.toISOString(),
})
