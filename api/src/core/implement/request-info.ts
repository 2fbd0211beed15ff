import type { ServerResponse } from 'node:http'
import type { Context } from 'koa'
import { addressOf } from '../addresses/index.ts'
import { uuidv7 } from '../crypto/index.ts'
import { redactAgent } from '../redaction/index.ts'
import type { RequestInfo } from '../scope/index.ts'

interface Known {
  readonly trustedProxies: number
  readonly now: Date
  /** Of the plane that is asked. */
  readonly ownOrigin: string
}

/** What a handler may know of the request, and the headers and cookies that it may set. */
export function requestInfoOf(
  context: Context,
  { trustedProxies, now, ownOrigin }: Known,
): RequestInfo {
  const header = (name: string) => {
    const value = context.req.headers[name.toLowerCase()]
    return typeof value === 'string' ? value : (value?.join(', ') ?? null)
  }
  const userAgent = header('user-agent')
  let gone: AbortSignal | undefined
  let idleMs = 0
  return {
    id: uuidv7(now),
    ip: addressOf(
      { headers: context.req.headers, remoteAddress: context.req.socket.remoteAddress },
      trustedProxies,
    ),
    userAgent: userAgent && redactAgent(userAgent),
    origin: header('origin'),
    ownOrigin,
    header,
    setHeader: (name, value) => void context.res.setHeader(name, value),
    whenGone: () => (gone ??= closeOf(context.res)),
    async idle(wait) {
      const from = performance.now()
      try {
        return await wait()
      } finally {
        idleMs += performance.now() - from
      }
    },
    idleMs: () => idleMs,
    cookie: (name) => context.cookies.get(name) ?? null,
    setCookie: (name, value, options) => context.append('set-cookie', cookie(name, value, options)),
  }
}

function closeOf(response: ServerResponse): AbortSignal {
  if (response.destroyed) return AbortSignal.abort()
  const closed = new AbortController()
  response.once('close', () => closed.abort())
  return closed.signal
}

/**
 * A cookie that only our own origin gets, that no script can read, and that never comes along from
 * another site. Browsers take `Secure` on http://localhost too.
 */
function cookie(
  name: `__Host-${string}`,
  value: string | null,
  options?: { maxAgeSeconds: number },
): string {
  const age = value === null ? 0 : options?.maxAgeSeconds
  const parts = [
    `${name}=${encodeURIComponent(value ?? '')}`,
    'Path=/',
    'Secure',
    'HttpOnly',
    'SameSite=Strict',
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ]
  return parts.join('; ')
}
