import { Resolver } from 'node:dns/promises'

/** The TXT records of a name, each in one piece; none where there is no such name, or no answer. */
export type TxtLookup = (name: string) => Promise<readonly string[]>

/** Asks these servers (`address:port`), or those of the machine. */
export function dnsLookup(servers: readonly string[]): TxtLookup {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  return async (name) => {
    try {
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))
    } catch {
      return []
    }
  }
}
