/** Shows what the log would keep of a request, by the very code that keeps it, and by which rules. */
import type {
  RedactionRules,
  RedactionTrial,
  TriedRedaction,
} from '@sonaqor/contract/log-redaction'
import { redactionRules, type RedactionRule } from '@sonaqor/contract/log-redaction-rules'
import { operationAt } from '../../../core/implement/index.ts'
import { Place, privateWords } from '../../../core/redaction/index.ts'
import { exposureOf } from './read-exchange.ts'
import { keptHeaders, redactPath } from './redact-request.ts'

export function tryRedaction({ sample }: RedactionTrial): TriedRedaction {
  const { method, path, query, body } = sample
  const asked = operationAt(method, path)
  const bytes = Buffer.from(body)
  const whole = new Place()
  const keptPath = redactPath(path, whole.within('path'))
  const exchange = {
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
  }
  const { request, query: keptQuery } = exposureOf(exchange, whole)
  const operation = asked?.name ?? null
  return { operation, path: keptPath, query: keptQuery, ...request, places: [...whole.found] }
}

const named: Partial<Record<RedactionRule, readonly string[]>> = {
  header: [...keptHeaders],
  name: privateWords,
}

export const rulesInForce = (): RedactionRules => ({
  rules: redactionRules.map((rule) => ({ rule, of: [...(named[rule] ?? [])] })),
})

const inSmallLetters = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
