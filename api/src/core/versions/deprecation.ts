/** What is not to be used any more, as its answers tell: RFC 9745 and RFC 8594. */
import type { Deprecated } from '@sonaqor/contract/endpoint'

/** Where people read what to do. */
const page = '/docs/api-versions'

/** The sooner of both, day by day. */
export function sooner(
  one: Deprecated | undefined,
  other: Deprecated | undefined,
): Deprecated | undefined {
  if (!one || !other) return one ?? other
  const sunset = [one.sunset, other.sunset].filter((day) => day !== undefined).toSorted()[0]
  const since = one.since < other.since ? one.since : other.since
  return { since, ...(sunset === undefined ? {} : { sunset }) }
}

const startOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** `Deprecation` is a date as a structured field, and `Sunset` one as HTTP has it of old. */
export function deprecationHeaders({ since, sunset }: Deprecated): Record<string, string> {
  return {
    deprecation: `@${startOf(since).getTime() / 1000}`,
    ...(sunset ? { sunset: startOf(sunset).toUTCString() } : {}),
    link: `<${page}>; rel="deprecation"; type="text/html"`,
  }
}
