/** Which operation an address leads to, as far as the contract says it. */
import { contract } from '@sonaqor/contract/contract'
import type { Endpoint } from '@sonaqor/contract/endpoint'

interface Operation {
  readonly name: string
  readonly endpoint: Endpoint
  readonly path: RegExp
}

const param = /\{\w+\}/g
const paramsOf = ({ endpoint }: Operation) => endpoint.path.match(param)?.length ?? 0

/** Words come before an id that stands in the same place: `/v1/keys/check` is no key. */
const operations: readonly Operation[] = Object.entries(contract)
  .flatMap(([area, endpoints]) =>
    Object.entries(endpoints as Readonly<Record<string, Endpoint>>).map(([verb, endpoint]) => ({
      name: `${area}.${verb}`,
      endpoint,
      path: new RegExp(`^/v1${endpoint.path.replaceAll(param, '[^/]+')}$`),
    })),
  )
  .toSorted((one, other) => paramsOf(one) - paramsOf(other))

export function operationAt(asked: string, path: string): Operation | undefined {
  // A HEAD is a GET whose body stays behind.
  const method = asked === 'HEAD' ? 'GET' : asked
  return operations.find((one) => one.endpoint.method === method && one.path.test(path))
}
