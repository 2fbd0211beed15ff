export { createCourier, type Courier, type CourierOptions } from './courier.ts'
export { isPublic } from './is-public.ts'
export {
  AddressRefused,
  outboundFetch,
  type OutboundFetch,
  type OutboundOptions,
  type OutboundRequest,
} from './outbound-fetch.ts'
