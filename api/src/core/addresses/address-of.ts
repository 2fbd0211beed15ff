import type { IncomingHttpHeaders } from 'node:http'

/** A request or a handshake, as far as it says where it comes from. */
export interface FromSomewhere {
  readonly headers: IncomingHttpHeaders
  readonly remoteAddress: string | undefined
}

/** The caller's address. Each proxy of ours appends one; what stands before those, anybody can write. */
export function addressOf(
  { headers, remoteAddress = '' }: FromSomewhere,
  trustedProxies: number,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  return (told ?? remoteAddress).replace(/^::ffff:(?=\d+\.)/, '')
}
