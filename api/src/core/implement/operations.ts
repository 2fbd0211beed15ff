/** The operations of the contract by the names that it gives them. */
import { contract } from '@sonaqor/contract/contract'
import type { Area, Endpoint } from '@sonaqor/contract/endpoint'

export interface Operation {
  /** Names it in limits, metrics and the log of a look, as the contract does: `keys.issue`. */
  readonly name: string
  readonly endpoint: Endpoint
}

export const operations: readonly Operation[] = Object.entries<Area>(contract).flatMap(
  ([area, endpoints]) =>
    Object.entries(endpoints).map(([verb, endpoint]) => ({ name: `${area}.${verb}`, endpoint })),
)

/** What the staff do is done at an origin of its own, and what tenants do is nowhere there. */
export const isOfStaff = ({ endpoint }: Operation) => endpoint.options.at === 'staff'
