/** What a change turns of where the events of an endpoint go, which of them do, and as what. */
import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { webhooks } from '@sonaqor/contract/webhooks'
import type { EndpointRow } from './endpoints.store.ts'

type Change = InputOf<typeof webhooks.updateEndpoint>['body']

/** The places of the request that say so. */
export function turned(before: EndpointRow, change: Change): string[] {
  const { url, reach, filter, transformation, headers = {} } = change
  const isTurned = {
    url: url !== before.url || reach !== before.reach,
    filter: filter !== undefined && !isDeepStrictEqual(filter, before.filter),
    transformation: transformation !== undefined && transformation !== before.transformation,
    headers: Object.keys(headers).length > 0,
  }
  return Object.entries(isTurned).flatMap(([field, is]) => (is ? [`#/${field}`] : []))
}
