/**
 * What other origins may ask. Preflights are answered for every origin on embeddable routes, always
 * without credentials; the call itself is then held against the origins of its embed session.
 */
import type { EndpointOptions } from '@sonaqor/contract/endpoint'
import type { Principal } from '../access/index.ts'
import { Problem } from '../problems/index.ts'
import type { Answer } from './answer/answer.ts'
import type { Route } from './implement.ts'

const exposed =
  'deprecation, etag, link, location, idempotency-replayed, ratelimit, ratelimit-policy, retry-after, sonaqor-version, sunset, x-request-id'

export function opensTo(routes: readonly Route[]): boolean {
  return routes.some(({ endpoint }) => isEmbeddable(endpoint.options))
}

function isEmbeddable({ embeddable, secret }: EndpointOptions): boolean {
  return embeddable === true && secret !== true
}

const methods = (of: readonly Route[]) => of.map(({ endpoint }) => endpoint.method).join(', ')

/** The answer to OPTIONS: which methods there are, and for whom. */
export function preflight(routes: readonly Route[]): Answer {
  const open = routes.filter(({ endpoint }) => isEmbeddable(endpoint.options))
  const cors: Record<string, string> =
    open.length === 0
      ? {}
      : {
          'access-control-allow-origin': '*',
          'access-control-allow-methods': methods(open),
          'access-control-allow-headers':
            'authorization, content-type, idempotency-key, if-match, if-none-match, sonaqor-version',
          'access-control-max-age': '7200',
        }
  return { status: 204, headers: { allow: `${methods(routes)}, OPTIONS`, ...cors }, body: null }
}

/** On every answer of an embeddable route, so that a page can read its refusals too. */
export function corsHeaders(routes: readonly Route[]): Record<string, string> {
  return opensTo(routes)
    ? { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed }
    : {}
}

interface Call {
  readonly route: Route
  readonly principal: Principal
  readonly origin: string | null
  /** `Sec-Fetch-Site`, which no script can forge; same-origin reads carry no Origin. */
  readonly site: string | null
  readonly ownOrigin: string
}

/** Refuses what a page of another origin may not do with the credential that it holds. */
export function requireOrigin({ route, principal, origin, site, ownOrigin }: Call): void {
  const { options } = route.endpoint
  const place = origin ?? (site === 'same-origin' ? ownOrigin : null)
  if (principal.kind === 'embed') {
    const isTheirs = place !== null && principal.origins.includes(place)
    if (isTheirs && (place === ownOrigin || isEmbeddable(options))) return
    throw new Problem('forbidden', {
      detail: isTheirs
        ? 'A page may not call this; it is done in a frame of our own.'
        : 'The token was not made for the origin of this call.',
    })
  }
  if (place === ownOrigin) return
  if (origin !== null && options.access !== 'public') {
    throw new Problem('forbidden', {
      detail: 'A page of another origin may call with an embed session alone, never with a key.',
    })
  }
}

/** A cookie travels by itself, so whoever sends one along must be our own page. */
export function requireOwnPage(headers: {
  readonly cookie: string | null
  readonly origin: string | null
  readonly ownOrigin: string
}): void {
  if (headers.cookie === null || headers.origin === headers.ownOrigin) return
  throw new Problem('forbidden', {
    detail: 'Calls with a cookie are taken from our own pages alone.',
  })
}
