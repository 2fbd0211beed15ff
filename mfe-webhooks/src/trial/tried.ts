import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import type { ReceivedRequest } from '@sonaqor/contract/webhook-trials'

/** What is known of whatever is tried out. */
export type Tried = Pick<Endpoint, 'id' | 'eventTypes' | 'signing'>

/** A request that is at hand, with the instant (ISO 8601) at which it came. */
export type ReceivedAt = Pick<ReceivedRequest, 'headers' | 'body'> & { readonly at: string }
