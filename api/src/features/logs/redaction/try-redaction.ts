/** Shows what the log would keep of a request, by the very code that keeps it. */
import type { RedactionTrial, TriedRedaction } from '@sonaqor/contract/log-redaction'
import { operationAt } from '../operation-at.ts'
import { exposureOf } from './read-exchange.ts'
import { redactPath } from './redact-request.ts'

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
