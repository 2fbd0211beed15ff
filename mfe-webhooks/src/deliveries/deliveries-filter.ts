import type { DeliveryFilter } from '@sonaqor/contract/webhook-deliveries'
import type { DeliveryState, EndpointKind } from '@sonaqor/contract/webhook-bounds'
import { useModule, useTurn, useViewState } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { instantsOf, readRange, writeRange, type Preset, type Range } from '@sonaqor/ui'
import { useMemo, useState } from 'react'
import * as common from '../texts/en.ts'
import { deliveryStateTitles } from './delivery-badge.tsx'
import * as texts from './texts/en.ts'

type Status = NonNullable<DeliveryFilter['status']>

export const statusTitles: Readonly<Record<Status, Text>> = {
  '2xx': texts.statusSuccess,
  '3xx': texts.statusRedirect,
  '4xx': texts.statusClient,
  '5xx': texts.statusServer,
  none: texts.statusNone,
}

/** Without one of them by name: those to test inboxes, or all others. */
export const kindTitles: Readonly<Record<EndpointKind, Text>> = {
  inbox: common.testInbox,
  http: texts.allButInbox,
}

export const deliveryRanges: readonly Preset[] = ['1h', '24h', '7d', '30d']
const usualRange: Range = '30d'

/**
 * As it stands in the address. An endpoint's page has a list of these too, beside a filter of its own, so
 * that none of the names is one of the endpoints' list.
 */
const nothingFiltered = {
  result: '',
  status: '',
  type: '',
  endpointId: '',
  kind: '',
  find: '',
  requestId: '',
  when: writeRange(usualRange),
}
const nothingChosen = { ...nothingFiltered, delivery: '' }

export type Narrowing = typeof nothingFiltered

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const place = /^([\w.-]+)\s*[=:]\s*(.+)$/

/** What was typed as the API asks for it: an id, or a place in the payload and what stands there. */
export function askedIn(typed: string): Partial<DeliveryFilter> | undefined {
  const text = typed.trim()
  if (text === '') return {}
  if (uuid.test(text)) return { eventId: text.toLowerCase() }
  const [, field, value] = place.exec(text) ?? []
  return field && value ? { field, value: value.trim() } : undefined
}

/** What the list is narrowed to, the delivery that is open, and how both are changed. */
export function useDeliveriesFilter(ofEndpoint: string | undefined) {
  const { app, environment, project } = useModule()
  const [chosen, choose] = useViewState(nothingChosen)
  useTurn(() => choose({ endpointId: '', kind: '', delivery: '' }))
  const { result, status, type, endpointId, kind, find, requestId, when } = chosen
  const range = useMemo(() => readRange(when) ?? usualRange, [when])
  const asked = askedIn(find)
  const filter = {
    environment,
    projectId: project?.id,
    appId: app?.id,
    endpointId: ofEndpoint ?? (endpointId || undefined),
    endpointKind: !ofEndpoint && isKind(kind) ? kind : undefined,
    state: isState(result) ? result : undefined,
    status: isStatus(status) ? status : undefined,
    eventType: type || undefined,
    requestId: requestId || undefined,
    ...asked,
  }
  return {
    chosen,
    filter,
    range,
    /** What is typed is neither an id nor a place. */
    isUnread: asked === undefined,
    isFiltered:
      range !== usualRange ||
      [result, status, type, endpointId, kind, find, requestId].some(Boolean),
    narrow: (part: Partial<Narrowing>) => choose({ ...part, delivery: '' }),
    seek: (text: string) => choose({ find: text }),
    clear: () => choose({ ...nothingFiltered, delivery: '' }),
    overRange: (next: Range) => choose({ when: writeRange(next), delivery: '' }),
    openDelivery: chosen.delivery || undefined,
    open: (id: string | undefined) => choose({ delivery: id ?? '' }, 'beside'),
  }
}

export type ShownFilter = ReturnType<typeof useDeliveriesFilter>['filter']
export type Asked = ShownFilter & Pick<DeliveryFilter, 'from' | 'to'>

/**
 * One question for the list and the file of it, with the clock read once for each: a page is found by what
 * the one before was asked with.
 */
export function useAsked(filter: ShownFilter, range: Range) {
  const question = JSON.stringify([filter, range])
  const [taken, setTaken] = useState(() => ({ question, asked: queryOf(filter, range) }))
  if (taken.question === question) return taken
  // Read once for each question, which is then kept with it.
  // oxlint-disable-next-line react/purity
  const next = { question, asked: queryOf(filter, range) }
  setTaken(next)
  return next
}

/**
 * What is asked of the API. A range that goes up to now begins at a round moment, so that the same list
 * asked for again is the same question, which is audited once. An id is looked for in all that is kept.
 */
function queryOf(filter: ShownFilter, range: Range): Asked {
  if (filter.eventId || filter.requestId) return filter
  const { from, to } = instantsOf(range, Date.now())
  if (typeof range !== 'string') return { ...filter, from, to }
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const roundMs = Math.min(hourMs, (last - first) / 15)
  return { ...filter, from: new Date(Math.floor(first / roundMs) * roundMs).toISOString() }
}

const hourMs = 3_600_000

/** An address may hold anything; what is none of these is no choice. */
const isState = (text: string): text is DeliveryState => Object.hasOwn(deliveryStateTitles, text)
const isKind = (text: string): text is EndpointKind => Object.hasOwn(kindTitles, text)
const isStatus = (text: string): text is Status => Object.hasOwn(statusTitles, text)
