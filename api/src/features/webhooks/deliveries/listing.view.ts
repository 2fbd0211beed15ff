/** The list of deliveries: read along an index, or looked for within its time and told how far that came. */
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { webhooks } from '@sonaqor/contract/webhooks'
import {
  cursorTo,
  page,
  placeIn,
  type PageReply,
  type SortColumn,
} from '../../../core/paging/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { instantOf, soon, takePlaceToLook } from '../../logs/index.ts'
import { toDelivery, type ListedRow } from './deliveries.store.ts'
import { deliveriesLookedAt, matching } from './looking.view.ts'
import { dayMs } from '../days.ts'

export type DeliveriesQuery = InputOf<typeof webhooks.listDeliveries>['query']

export interface DeliveriesPage extends PageReply<Delivery> {
  readonly lookedTo?: string | null
}

const sort: readonly SortColumn[] = [{ column: 'id', order: 'desc' }]

/** So long is waited for what an index may find at once. */
const walkMs = 1000

function listOf(query: DeliveriesQuery) {
  const { limit: _, cursor, ...filter } = query
  return { cursor, sort, filter: ['deliveries', filter] }
}

/** Where no time is asked for, nor one event or request. */
const listedDays = 30

function askedOf(scope: Scope, query: DeliveriesQuery) {
  const { limit: _, cursor: __, ...asked } = query
  const { from, to, eventId, requestId } = asked
  if (from ?? to ?? eventId ?? requestId) return asked
  return { ...asked, from: new Date(scope.now().getTime() - listedDays * dayMs).toISOString() }
}

export async function listDeliveries(
  scope: Scope,
  query: DeliveriesQuery,
): Promise<DeliveriesPage> {
  const { limit } = query
  const asked = askedOf(scope, query)
  const walk = () =>
    page<ListedRow, Delivery>(scope, matching(scope, asked), {
      ...listOf(query),
      limit,
      item: toDelivery,
    })
  if (placeIn(scope, listOf(query))?.direction === 'prev') {
    // Backwards one goes over what was found already, and so not far.
    return (await soon(scope, walk, 2 * walkMs)) ?? tooLong()
  }
  const found = asked.field === undefined ? await soon(scope, walk, walkMs) : null
  if (found) return found
  await takePlaceToLook(scope)
  return lookedAt(scope, query)
}

function tooLong(): never {
  throw new Problem('invalid', {
    detail:
      'Looking for it takes too long. Narrow the span of time, or name an endpoint, an event or a request.',
  })
}

interface Bounds {
  /** So many are looked at first, and then twice as many each time. */
  readonly first: number
  readonly withinMs: number
}

const bounds: Bounds = { first: 5000, withinMs: 1000 }
/** Nothing can be told before it has ended. */
const firstLookMs = 2000

export async function lookedAt(
  scope: Scope,
  query: DeliveriesQuery,
  { first, withinMs }: Bounds = bounds,
): Promise<DeliveriesPage> {
  const { limit } = query
  const asked = askedOf(scope, query)
  const list = listOf(query)
  const place = placeIn(scope, list)
  const endsAt = performance.now() + withinMs
  const data: Delivery[] = []
  let after = place?.direction === 'next' ? (place.values.at(-1) ?? null) : null
  for (let most = first, isFirst = true; ; most *= 2, isFirst = false) {
    const leftMs = Math.max(isFirst ? firstLookMs : 1, Math.round(endsAt - performance.now()))
    const from = { after, bound: limit - data.length }
    const lot = await soon(scope, () => deliveriesLookedAt(scope, asked, from, most), leftMs)
    if (!lot && isFirst) tooLong()
    if (!lot) break
    data.push(...lot.rows.map(toDelivery))
    after = lot.next
    if (after === null || data.length === limit || performance.now() > endsAt) break
  }
  const top = place && data[0]
  return {
    data,
    page: {
      next: after && cursorTo(scope, list, 'next', [after]),
      prev: top ? cursorTo(scope, list, 'prev', [top.id]) : null,
    },
    lookedTo: after && data.length < limit ? instantOf(after).toISOString() : null,
  }
}
