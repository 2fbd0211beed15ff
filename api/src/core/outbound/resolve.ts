/**
 * Names are looked up over the network by itself, and not by the machine's own way, which has four threads
 * for all of a process: four names whose servers are silent would keep everybody waiting.
 */
import { promises as dns, type LookupAddress } from 'node:dns'
import type { Resolve } from './guard.ts'

const timeoutMs = 3000
const tries = 2
/** However long its server says: an address that moves is found again, and a busy name is asked for once. */
const keptMs = 5000
const keptMax = 5000

/** Of this machine alone, whatever any server says (RFC 6761). */
const own: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]
const isOwnName = (hostname: string) => hostname === 'localhost' || hostname.endsWith('.localhost')

export function createResolve(servers: readonly string[] = []): Resolve {
  const resolver = new dns.Resolver({ timeout: timeoutMs, tries })
  if (servers.length > 0) resolver.setServers(servers)
  const kept = new Map<string, { until: number; found: Promise<readonly LookupAddress[]> }>()
  return (hostname) => {
    if (isOwnName(hostname)) return Promise.resolve(own)
    const known = kept.get(hostname)
    if (known && known.until > performance.now()) return known.found
    const found = addressesOf(resolver, hostname)
    if (kept.size >= keptMax) kept.clear()
    kept.set(hostname, { until: performance.now() + keptMs, found })
    found.catch(() => kept.delete(hostname))
    return found
  }
}

async function addressesOf(resolver: dns.Resolver, hostname: string): Promise<LookupAddress[]> {
  const [four, six] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ])
  const found = [...listed(four, 4), ...listed(six, 6)]
  if (found.length === 0 && four.status === 'rejected') throw four.reason
  return found
}

const listed = (result: PromiseSettledResult<string[]>, family: 4 | 6) =>
  result.status === 'fulfilled' ? result.value.map((address) => ({ address, family })) : []
