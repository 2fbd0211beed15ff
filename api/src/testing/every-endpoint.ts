/**
 * How to ask each endpoint of the contract for somebody's things. A new endpoint that is missing here
 * does not compile, and the tests that walk over the contract fail by its name.
 */
import { contract } from '@sonaqor/contract/contract'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import { askedOfPeople } from './asked-of-people.ts'
import { askedOfThings } from './asked-of-things.ts'
import type { Asker, Belongings, Everything } from './asked.ts'

export { build, quietEndpoint } from './asked-of-things.ts'
export type { Asker, Belongings } from './asked.ts'

const everything: Everything = { ...askedOfPeople, ...askedOfThings }

export interface FilledRequest {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface EndpointEntry {
  /** `keys.issue` */
  readonly name: string
  readonly endpoint: Endpoint
  /** Undefined where nobody has said how. */
  readonly fill: ((of: Belongings, by: Asker) => FilledRequest) | undefined
}

/** Every endpoint that the contract has, whether or not it stands above. */
export const everyEndpoint: readonly EndpointEntry[] = Object.entries(contract).flatMap(
  ([area, endpoints]) =>
    Object.entries(endpoints).map(([verb, endpoint]: [string, Endpoint]) => ({
      name: `${area}.${verb}`,
      endpoint,
      fill: (everything as Record<string, Record<string, EndpointEntry['fill']>>)[area]?.[verb],
    })),
)

/** The address that a filled request goes to. */
export function pathOf({ path }: Endpoint, { params = {}, query = {} }: FilledRequest): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined),
  )
  return `/v1${filled}${search.size > 0 ? `?${search}` : ''}`
}
