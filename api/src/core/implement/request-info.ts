import type { Context } from 'koa'
import { uuidv7 } from '../crypto/index.ts'
import type { RequestInfo } from '../scope/index.ts'

/** What a handler may know of the request, and the headers and cookies that it may set. */
export function requestInfoOf(context: Context, trustedProxies: number, now: Date): RequestInfo {
  const header = (name: string) => {
    const value = context.req.headers[name.toLowerCase()]
    return typeof value === 'string' ? value : (value?.join(', ') ?? null)
  }
  return {
    id: uuidv7(now),
    operation: `${context.method} ${context.path}`,
    ip: addressOf(context, trustedProxies),
    userAgent: header('user-agent'),
    origin: header('origin'),
    header,
    setHeader: (name, value) => void context.res.setHeader(name, value),
    cookie: (name) => context.cookies.get(name) ?? null,
    setCookie: (name, value, options) => context.append('set-cookie', cookie(name, value, options)),
  }
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

/** The caller's address. Each proxy of ours appends one; what stands before those, anybody can write. */
function addressOf(context: Context, trustedProxies: number): string {
  const direct = context.req.socket.remoteAddress ?? ''
  const forwarded = String(context.req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  return (told ?? direct).replace(/^::ffff:(?=\d+\.)/, '')
}
