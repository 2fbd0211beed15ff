export { addressOf, type FromSomewhere } from './address-of.ts'
export { canonicalAddress, canonicalRange } from './canonical.ts'
export { isOwnHost } from './own-host.ts'
