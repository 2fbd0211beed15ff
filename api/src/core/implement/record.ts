import type { Exchange, Recorder } from '../feature/index.ts'
import type { Logger } from '../log/index.ts'
import type { Call, Outcome } from './pipeline.ts'

interface Finished {
  readonly call: Call
  readonly outcome: Outcome
  readonly latencyMs: number
  readonly at: Date
}

/** Shows the exchange to those who keep it. The answer waits for them, and leaves in any case. */
export async function record(
  recorders: readonly Recorder[],
  finished: Finished,
  log: Logger,
): Promise<void> {
  if (recorders.length === 0) return
  const exchange = exchangeOf(finished)
  const wanting = recorders.filter((recorder) => recorder.wants(exchange))
  for (const result of await Promise.allSettled(wanting.map((one) => one.record(exchange)))) {
    if (result.status === 'rejected')
      log.error({ err: result.reason }, 'an exchange was not recorded')
  }
}

function exchangeOf({ call, outcome, latencyMs, at }: Finished): Exchange {
  const { context, request, path, query } = call
  const { bytes } = outcome.body
  return {
    requestId: request.id,
    principal: outcome.principal,
    taken: outcome.taken,
    dialect: outcome.dialect,
    at,
    latencyMs,
    ip: request.ip,
    endpoint: 'route' in call.match ? call.match.route.endpoint : null,
    request: {
      method: context.method,
      path,
      query,
      headers: context.req.headers,
      body: bytes.length > 0 ? bytes : null,
      bodyBytes: bytes.length || Number(context.req.headers['content-length'] ?? 0) || 0,
    },
    response: {
      status: outcome.answer.status,
      headers: context.res.getHeaders(),
      body: outcome.answer.body,
    },
  }
}
