import ipaddr from 'ipaddr.js'

/** Addresses of IPv6 that hold one of IPv4, by which a guard that looks at IPv4 alone is walked around. */
const holdingIPv4 = ['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'].map(
  (range) => ipaddr.IPv6.parseCIDR(range),
)

/** Whether an address is of the open network: not of this machine, of our own network, or of none. */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || !isHolding(address as ipaddr.IPv6)
}

const isHolding = (address: ipaddr.IPv6) =>
  holdingIPv4.some(([network, bits]) => address.match(network, bits))

/** Whether it is this machine's own. */
export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback'
}
