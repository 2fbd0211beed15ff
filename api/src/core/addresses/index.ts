export { addressOf, type FromSomewhere } from './address-of.ts'
export { canonicalAddress, canonicalRange } from './canonical.ts'
