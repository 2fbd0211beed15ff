/** Which route an address leads to. Paths are few and flat: a table by method and segments will do. */
import { Problem } from '../problems/index.ts'
import type { Route } from './implement.ts'
import type { Operation } from './operations.ts'

/** Of what is served, or of what can be asked about alone. */
export interface Match<To extends Operation = Route> {
  readonly route: To
  readonly params: Readonly<Record<string, string>>
}

export interface Router<To extends Operation = Route> {
  at(path: string): Place<To>
}

/** What is at an address. */
export interface Place<To extends Operation = Route> {
  /** All routes, whatever their method. */
  readonly routes: readonly To[]
  /** The route, or a Problem: 404 for an unknown address, 405 for an unknown method of a known one. */
  match(method: string): Match<To> | Problem
}

interface Entry<To extends Operation = Operation> {
  readonly route: To
  readonly segments: readonly string[]
}

const nothing = new Problem('not-found', { detail: 'No endpoint has this address.' })

/** A HEAD is a GET whose body stays behind. */
export const ledMethod = (method: string) => (method === 'HEAD' ? 'GET' : method)

export function createRouter<To extends Operation>(routes: readonly To[]): Router<To> {
  const entries = routes.map((route) => ({
    route,
    segments: `/v1${route.endpoint.path}`.split('/'),
  }))
  refuseTwins(entries)
  // A fixed address comes before one with a parameter: /keys/report before /keys/{id}.
  const byLength = Map.groupBy(entries.toSorted(byParams), ({ segments }) => segments.length)
  return {
    at(path) {
      const segments = path.split('/')
      const here = (byLength.get(segments.length) ?? []).filter((entry) =>
        fits(entry.segments, segments),
      )
      return {
        routes: here.map(({ route }) => route),
        match: (method) => matchOf(here, method, segments),
      }
    },
  }
}

function matchOf<To extends Operation>(
  here: readonly Entry<To>[],
  method: string,
  segments: readonly string[],
): Match<To> | Problem {
  if (here.length === 0) return nothing
  const entry = here.find(({ route }) => route.endpoint.method === method)
  if (entry) return led(entry, segments)
  const allow = [...new Set(here.map(({ route }) => route.endpoint.method)), 'OPTIONS']
  return new Problem('method-not-allowed', {
    detail: `This address knows ${allow.join(', ')}.`,
    allow,
  })
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

function led<To extends Operation>(
  { route, segments: pattern }: Entry<To>,
  segments: readonly string[],
): Match<To> | Problem {
  try {
    const params: Record<string, string> = {}
    for (const [i, part] of pattern.entries()) {
      if (isParam(part)) params[part.slice(1, -1)] = decodeURIComponent(segments[i] ?? '')
    }
    return { route, params }
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
