/**
 * Addresses and ranges in the one way in which they are kept and compared. Only what everybody reads
 * alike is taken: to some `010.0.0.1` is an octal number, and `10.1` an address of two parts.
 */
import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** An address in its shortest form, IPv4 within IPv6 as IPv4; null for what is no address. */
export function canonicalAddress(text: string): string | null {
  const address = read(text.trim())
  return address && plain(address).toString()
}

/**
 * A range in CIDR notation, with no bit set behind its prefix; a single address is a range, too. Null for
 * what is none, and for what would stand for IPv4 and more at once.
 */
export function canonicalRange(text: string): string | null {
  const [name = '', prefix, ...rest] = text.trim().split('/')
  const address = read(name)
  if (!address || rest.length > 0 || name.includes('%')) return null
  const most = address.kind() === 'ipv4' ? 32 : 128
  const bits = prefix === undefined ? most : bitsOf(prefix)
  if (bits === null || bits > most) return null
  const mapped = mappedOf(address)
  if (!mapped) return networkOf(address, bits)
  return bits < most - 32 ? null : networkOf(mapped, bits - (most - 32))
}

/** The zone of a local address names an interface of ours, and is no part of whose it is. */
function read(text: string): Address | null {
  const [bare = ''] = text.split('%')
  const dotted = /[^:]*\.[^:]*$/.exec(bare)?.[0]
  if (dotted !== undefined && !ipaddr.IPv4.isValidFourPartDecimal(dotted)) return null
  return ipaddr.isValid(bare) && (dotted === bare || bare.includes(':')) ? ipaddr.parse(bare) : null
}

function bitsOf(prefix: string): number | null {
  return /^(0|[1-9]\d{0,2})$/.test(prefix) ? Number(prefix) : null
}

const plain = (address: Address): Address => mappedOf(address) ?? address

function mappedOf(address: Address): ipaddr.IPv4 | null {
  const isMapped = address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress()
  return isMapped ? (address as ipaddr.IPv6).toIPv4Address() : null
}

function networkOf(address: Address, bits: number): string {
  const range = `${address.toString()}/${bits}`
  const family = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return `${family.networkAddressFromCIDR(range).toString()}/${bits}`
}
