/** What is wrong with a request before anybody looks at what it asks for; said as every other problem. */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'koa'
import { Problem } from '../problems/index.ts'

export function requestFault(context: Context): Problem | null {
  const detail = hasAddress(context) ? headerFault(context.req) : 'This is no address.'
  return detail === null ? null : new Problem('bad-request', { detail })
}

/** Koa reads the address when it is first asked for it, and throws at what it cannot read. */
function hasAddress(context: Context): boolean {
  try {
    return typeof context.path === 'string'
  } catch {
    return false
  }
}

function headerFault(request: IncomingMessage): string | null {
  const { headers, httpVersion } = request
  if (headers.host === undefined && httpVersion !== '1.0') return 'The header host is missing.'
  const { expect = '100-continue' } = headers
  if (expect.toLowerCase() !== '100-continue') return 'Nothing is known of what is expected here.'
  const doubled = doubledHeader(request)
  return doubled && `The header ${doubled} may stand in a request once.`
}

/**
 * Of two credentials or hosts Node takes the first, and whoever stands before us may have looked at the
 * other one. All lengths that differ are passed over first, for this stands in every request's path.
 */
function doubledHeader({ rawHeaders }: IncomingMessage): string | null {
  const seen = new Set<string>()
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const { length } = rawHeaders[i] ?? ''
    if (length !== 4 && length !== 13) continue
    const name = rawHeaders[i]?.toLowerCase() ?? ''
    if (name !== 'host' && name !== 'authorization') continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return null
}
