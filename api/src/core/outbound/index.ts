export {
  createCourier,
  type Carried,
  type Courier,
  type CourierOptions,
  type CourierTiming,
} from './courier.ts'
export { AddressRefused, allowing, requireWay, type Resolve } from './guard.ts'
export type { ClientIdentity } from './identity.ts'
export { isPublic } from './is-public.ts'
export {
  outboundFetch,
  type OutboundFetch,
  type OutboundOptions,
  type OutboundRequest,
} from './outbound-fetch.ts'
export { createResolve } from './resolve.ts'
