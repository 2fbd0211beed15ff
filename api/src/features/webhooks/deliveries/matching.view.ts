/** Which deliveries a filter lets through. */
import type { DeliveryFilter } from '@sonaqor/contract/webhook-deliveries'
import type { Environment } from '@sonaqor/contract/access'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { appsInProject } from '../../apps/index.ts'
import { firstIdOf } from '../../logs/index.ts'
import { readableTypes } from '../catalogue/readable.ts'
import { heard } from './deliveries.store.ts'

export interface DeliveriesAsked extends DeliveryFilter {
  readonly projectId?: string | undefined
  readonly appId?: string | undefined
  readonly environment?: Environment | undefined
}

/** What an index finds, in the order of the ids. */
export function chosen<Query extends Knex.QueryBuilder>(
  scope: Scope,
  query: Query,
  asked: DeliveriesAsked,
): Query {
  const { projectId, appId, environment, endpointId, eventId, requestId, from, to } = asked
  query.where({ tenant_id: scope.tenantId })
  heard(scope, query)
  // Who may not see a value may not guess it either.
  if (asked.field !== undefined) query.whereIn('event_type', readableTypes(scope.principal))
  if (environment) query.where({ environment })
  if (appId) query.where({ app_id: appId })
  if (projectId) query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
  if (endpointId) query.where({ endpoint_id: endpointId })
  if (eventId) query.whereRaw('(event_id = ? or id = ?)', [eventId, eventId])
  if (requestId !== undefined) {
    if (isId(requestId)) query.where({ request_id: requestId })
    else query.whereRaw('false')
  }
  if (from !== undefined) query.where('id', '>=', firstIdOf(new Date(from)))
  if (to !== undefined) query.where('id', '<', firstIdOf(new Date(to)))
  return query
}

const isId = (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)

/** What each of them is looked at for. */
export function narrowed<Query extends Knex.QueryBuilder>(
  scope: Scope,
  query: Query,
  { endpointKind, state, status, eventType, field, value }: DeliveriesAsked,
): Query {
  if (endpointKind) {
    const isOne = endpointKind === 'inbox' ? '= any' : '<> all'
    query.whereRaw(`endpoint_id ${isOne} (array(${inboxes}))`, [scope.tenantId])
  }
  // As it is written in the indexes of those states.
  if (state) query.whereRaw(`state = '${state}'`)
  if (status === 'none') query.whereRaw('last_status is null and attempts > 0')
  else if (status) query.whereRaw('last_status / 100 = ?', [Number(status.charAt(0))])
  if (eventType) query.where({ event_type: eventType })
  if (field !== undefined) query.whereRaw(holds(field), { ...placeOf(field), value })
  return query
}

/** Of one that was closed, what was sent to it stays. */
const inboxes = `select id from webhook_endpoints where tenant_id = ? and kind = 'inbox'`

/**
 * A payload of its own is one that a transformation made, or a test; all others are made of their events,
 * as `payloadOf` makes them.
 */
function holds(field: string): string {
  const [top = '', ...rest] = field.split('.')
  const inEvent = rest.length > 0 ? withinEvent : wholeOfEvent
  return `:value = case
    when payload is null then ${inEvent.get(top) ?? 'null'}
    when payload is json object then app.value_in(payload, :whole::text[])
  end`
}

const ofItsEvent = (what: string) => `(select ${what} from events
  where events.tenant_id = looked.tenant_id and events.id = looked.event_id)`

/** By the first name of a place: where there is more of it, and where it is all. */
const withinEvent = new Map([['data', ofItsEvent('data #>> :rest::text[]')]])
const wholeOfEvent = new Map([
  ['data', ofItsEvent('data::text')],
  ['type', 'event_type'],
  ['timestamp', `to_char(happened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`],
])

function placeOf(field: string) {
  const whole = field.split('.')
  return { whole, rest: whole.slice(1) }
}
