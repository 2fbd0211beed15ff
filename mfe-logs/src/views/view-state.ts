/** A saved view as the page has it: what it is narrowed to, without where one looks just now. */
import type { LogView } from '@sonaqor/contract/log-views'
import { readRange, writeRange } from '@sonaqor/ui'
import { fromFields, spoken } from '../query/written.ts'
import { methods, statusGroups, usualRange, type Narrowing } from '../logs/log-filter.ts'

type Filter = LogView['filter']

export function savedFrom(shown: Narrowing): Filter {
  const range = readRange(shown.range)
  return {
    status: statusGroups.find((group) => group === shown.status),
    method: methods.find((method) => method === shown.method),
    q: shown.q.trim() || undefined,
    keyId: shown.keyId || undefined,
    appId: shown.appId || undefined,
    without: shown.sessions === 'shown' ? undefined : 'embed-sessions',
    ...(typeof range === 'string' ? { range } : range),
  }
}

/** Whether what is shown is what the view would show; older ones say a path or a request by itself. */
export function isShownBy(filter: Filter, shown: Narrowing): boolean {
  const view = shownBy(filter)
  const q = view.q || fromFields(view.path, view.requestId)
  return inOneWay({ ...view, q }) === inOneWay(shown)
}

/** What was imported is asked for by one word, and kept by another. */
const inOneWay = (state: Narrowing) =>
  JSON.stringify(savedFrom({ ...state, q: spoken(state.q, undefined) }))

export function shownBy(filter: Filter): Narrowing {
  const { from, to, range = '' } = filter
  const span = from && to ? { from, to } : (readRange(range) ?? usualRange)
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
