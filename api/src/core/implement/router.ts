/** Which route an address leads to. Paths are few and flat: a table by method and segments will do. */
import { Problem } from '../problems/index.ts'
import type { Route } from './implement.ts'

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

export interface Router {
  /** The route, or a Problem: 404 for an unknown address, 405 for an unknown method of a known one. */
  match(method: string, path: string): Match | Problem
  /** All routes at an address, whatever their method. */
  at(path: string): readonly Route[]
}

interface Entry {
  readonly route: Route
  readonly segments: readonly string[]
}

const nothing = new Problem('not-found', { detail: 'No endpoint has this address.' })

export function createRouter(routes: readonly Route[]): Router {
  const entries = routes.map((route) => ({
    route,
    segments: `/v1${route.endpoint.path}`.split('/'),
  }))
  refuseTwins(entries)
  const found = (path: string) => {
    const segments = path.split('/')
    return entries.filter((entry) => fits(entry.segments, segments))
  }
  return {
    at: (path) => found(path).map(({ route }) => route),
    match(method, path) {
      const here = found(path)
      if (here.length === 0) return nothing
      // A fixed address comes before one with a parameter: /keys/report before /keys/{id}.
      const entry = here.toSorted(byParams).find(({ route }) => route.endpoint.method === method)
      if (entry) return led(entry, path)
      const allow = [...new Set(here.map(({ route }) => route.endpoint.method)), 'OPTIONS']
      return new Problem('method-not-allowed', {
        detail: `This address knows ${allow.join(', ')}.`,
        allow,
      })
    },
  }
}

const isParam = (segment: string) => segment.startsWith('{')

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, i) => (isParam(part) ? segments[i] !== '' : part === segments[i]))
  )
}

function byParams(one: Entry, other: Entry): number {
  return one.segments.filter(isParam).length - other.segments.filter(isParam).length
}

function led({ route, segments: pattern }: Entry, path: string): Match | Problem {
  try {
    const segments = path.split('/').map(decodeURIComponent)
    const named = pattern.flatMap((part, i) =>
      isParam(part) ? [[part.slice(1, -1), segments[i] ?? ''] as const] : [],
    )
    return { route, params: Object.fromEntries(named) }
  } catch (cause) {
    return new Problem('bad-request', { detail: 'The address is not well-formed.', cause })
  }
}

function refuseTwins(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { route, segments } of entries) {
    const shape = `${route.endpoint.method} ${segments.map((s) => (isParam(s) ? '{}' : s)).join('/')}`
    if (seen.has(shape)) throw new Error(`two routes serve ${shape}`)
    seen.add(shape)
  }
}
