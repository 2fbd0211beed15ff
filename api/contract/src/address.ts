/** Where a request goes: what every typed client makes of a route, whatever carries it. */

export interface Addressed {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
}

/** A path such as `/v1/keys/{id}` with its parameters in their places, and with the query behind it. */
export function addressOf(template: string, { params, query }: Addressed): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  )
  return path + queryOf(query)
}

/** What is left out of a query, or empty, says nothing. */
function queryOf(query: Addressed['query']): string {
  const pairs = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
}
