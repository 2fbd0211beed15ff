/** Shows what the log would keep of a request, by the very code that keeps it. */
import { contract } from '@sonaqor/contract/contract'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import type { RedactionTrial, TriedRedaction } from '@sonaqor/contract/log-redaction'
import { exposureOf } from './redaction/read-exchange.ts'
import { redactPath } from './redaction/redact-request.ts'

export function tryRedaction({ sample }: RedactionTrial): TriedRedaction {
  const { method, path, query, body } = sample
  const asked = operationAt(method, path)
  const bytes = Buffer.from(body)
  const { request, query: keptQuery } = exposureOf({
    endpoint: asked?.endpoint ?? null,
    request: {
      method,
      path,
      query,
      headers: inSmallLetters(sample.headers),
      body: bytes.length === 0 ? null : bytes,
      bodyBytes: bytes.length,
    },
    response: { status: 200, headers: {}, body: null },
  })
  return { operation: asked?.name ?? null, path: redactPath(path), query: keptQuery, ...request }
}

const inSmallLetters = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

interface Operation {
  readonly name: string
  readonly endpoint: Endpoint
  readonly path: RegExp
}

const operations: readonly Operation[] = Object.entries(contract).flatMap(([area, endpoints]) =>
  Object.entries(endpoints as Readonly<Record<string, Endpoint>>).map(([verb, endpoint]) => ({
    name: `${area}.${verb}`,
    endpoint,
    path: new RegExp(`^/v1${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  })),
)

/** Words come before an id that stands in the same place: `/v1/keys/check` is no key. */
function operationAt(method: string, path: string): Operation | undefined {
  const found = operations.filter((one) => one.endpoint.method === method && one.path.test(path))
  return found.find(({ endpoint }) => `/v1${endpoint.path}` === path) ?? found[0]
}
