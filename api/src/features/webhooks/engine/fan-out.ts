/** Every event becomes a delivery for each endpoint that wants it, in the transaction that reads it. */
import type { EventReader, StoredEvent } from '../../../core/feature/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { typeNamed } from '../catalogue/catalogue.ts'
import { tellsOfWide } from '../endpoints/whose.ts'
import { passes } from '../shaping/filter.ts'
import {
  insertDeliveries,
  subscribersOf,
  tenantsWithEndpoints,
  type NewDelivery,
  type Subscriber,
} from './fan-out.store.ts'
import { wakeWorkers } from '../lanes/lanes.store.ts'

export const fanOut: EventReader = {
  name: 'webhooks',
  hears: (type) => typeNamed(type) !== undefined,
  tenantsOf: tenantsWithEndpoints,
  async read(scope, events) {
    const subscribers = await subscribersOf(scope)
    const deliveries = events.flatMap((event) =>
      subscribers
        .filter((subscriber) => wants(subscriber, event))
        .map((subscriber) => deliveryOf(scope, event, subscriber)),
    )
    if (deliveries.length === 0) return
    await insertDeliveries(scope, deliveries)
    wakeWorkers(scope)
  },
}

/** What is of no app is for every endpoint of its environment, and what is of neither for all. */
export function wants(
  { app_id, environment, reach, event_types, scopes, filter }: Omit<Subscriber, 'id' | 'state'>,
  event: Pick<StoredEvent, 'type' | 'environment' | 'appId' | 'at' | 'data'>,
): boolean {
  const { type, at, data } = event
  const scope = typeNamed(type)?.scope
  if (scope === undefined || !scopes.includes(scope)) return false
  if (event_types.length > 0 && !event_types.includes(type)) return false
  if (event.environment !== null && event.environment !== environment) return false
  const isOfOthers = (event.appId !== null && event.appId !== app_id) || tellsOfWide(type, data)
  if (reach === 'app' && isOfOthers) return false
  return filter.length === 0 || passes(filter, { type, timestamp: at.toISOString(), data })
}

const deliveryOf = (scope: Scope, event: StoredEvent, subscriber: Subscriber): NewDelivery => ({
  environment: subscriber.environment,
  id: scope.newId(),
  endpoint_id: subscriber.id,
  app_id: subscriber.app_id,
  event_id: event.id,
  event_type: event.type,
  request_id: event.requestId,
  state: subscriber.state === 'active' ? 'waiting' : 'skipped',
  position: event.position,
  happened_at: event.at,
})
