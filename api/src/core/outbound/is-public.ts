import ipaddr from 'ipaddr.js'

type Range = readonly [ipaddr.IPv6, number]

const range = (text: string): Range => ipaddr.IPv6.parseCIDR(text)

/** What was given out to be reached from anywhere; whatever lies beside it is of somebody's own network. */
const globalIPv6 = range('2000::/3')

/**
 * What is kept for special ends among those, as IANA lists it: protocols of their own, Teredo among them,
 * examples, 6to4, and black holes. Some hold an address of IPv4, by which a guard is walked around.
 */
const specialIPv6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
].map(range)

/** What a host of machines answers all of them at from inside, though it lies among the open addresses: Azure. */
const insideIPv4 = new Set(['168.63.129.16'])

/** Whether an address is of the open network: not of this machine, of our own network, or of none. */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv6
    ? address.match(...globalIPv6) && !specialIPv6.some((one) => address.match(...one))
    : !insideIPv4.has(address.toString())
}

/** Whether it is this machine's own. */
export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback'
}
