/** What the API says of its quotas, of which one call may take from several. */

export interface RateLimit {
  readonly name: string
  /** How many requests it takes in each window. */
  readonly quota: number | undefined
  readonly windowSeconds: number | undefined
  readonly remaining: number | undefined
  /** Until it is whole again, from the answer on. */
  readonly resetSeconds: number | undefined
}

/** Read from `RateLimit-Policy` and `RateLimit`, which name each quota. */
export function rateLimitsIn(headers: Headers): readonly RateLimit[] {
  const policies = itemsIn(headers.get('ratelimit-policy'))
  const left = itemsIn(headers.get('ratelimit'))
  return [...new Set([...policies.keys(), ...left.keys()])].map((name) => ({
    name,
    quota: policies.get(name)?.get('q'),
    windowSeconds: policies.get(name)?.get('w'),
    remaining: left.get(name)?.get('r'),
    resetSeconds: left.get(name)?.get('t'),
  }))
}

type Items = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Of a list of structured fields the strings with their whole numbers: `"burst";q=100;w=60`. */
function itemsIn(header: string | null): Items {
  const items = (header ?? '').matchAll(/"((?:[^"\\]|\\.)*)"((?:\s*;\s*[a-z]+=\d+)*)/g)
  return new Map(
    Array.from(items, ([, name = '', parameters = '']) => [
      name.replaceAll(/\\(.)/g, '$1'),
      new Map(
        Array.from(parameters.matchAll(/([a-z]+)=(\d+)/g), ([, key = '', value]) => [
          key,
          Number(value),
        ]),
      ),
    ]),
  )
}
