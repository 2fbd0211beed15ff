import type { Endpoint } from '@sonaqor/contract/endpoint'
import { logs } from '@sonaqor/contract/logs'
import { webhooks } from '@sonaqor/contract/webhooks'
import type { KeyPrincipal } from '../../../core/access/index.ts'
import { uuidv7 } from '../../../core/crypto/index.ts'
import type { Exchange } from '../../../core/feature/index.ts'
import type { Place } from '../../../core/redaction/index.ts'
import type { Exposure, LogLine } from '../write/log-line.ts'
import { declaredBy } from './declared.ts'
import { redactBody } from './redact-body.ts'
import { redactHeaders, redactPath, redactQuery } from './redact-request.ts'

type Told = Omit<Exchange, 'principal' | 'taken' | 'dialect'>
type Asking = Pick<KeyPrincipal, 'tenantId' | 'environments' | 'appIds' | 'id' | 'prefix'>

/** A request with its answer, as a line from which everything private has been taken. */
export function lineOf(exchange: Told, key: Asking): LogLine | null {
  const [environment] = key.environments
  const [appId] = key.appIds === 'all' ? [] : key.appIds
  if (!environment || !appId) return null
  const { request, response } = exchange
  return {
    tenantId: key.tenantId,
    environment,
    id: uuidv7(exchange.at),
    appId,
    keyId: key.id,
    keyPrefix: key.prefix,
    method: request.method,
    path: redactPath(request.path),
    status: response.status,
    latencyMs: Math.round(exchange.latencyMs * 10) / 10,
    ip: exchange.ip,
    requestId: exchange.requestId,
    detail: JSON.stringify(exposureOf(exchange)),
  }
}

/**
 * What another request says and is answered stands in these as text, which no field of ours declares: one
 * that is sent again has a line of its own, redacted by what it is, and one whose signature is looked at is
 * kept nowhere, nor how it would have to be signed.
 */
const carriers: ReadonlySet<Endpoint> = new Set([logs.sendAgain, webhooks.debugSignature])

export function exposureOf(
  { endpoint, request, response }: Pick<Told, 'endpoint' | 'request' | 'response'>,
  place?: Place,
): Exposure {
  const { query, body } = endpoint?.options ?? {}
  const carries = endpoint !== null && carriers.has(endpoint)
  const kept = (bytes: Buffer | null) => (carries ? null : bytes)
  return {
    query: redactQuery(request.query, declaredBy(query), place?.within('query')),
    request: {
      headers: redactHeaders(request.headers, place?.within('headers')),
      body: redactBody(
        kept(request.body),
        request.bodyBytes,
        declaredBy(body),
        place?.within('body'),
      ),
    },
    response: {
      // They lead to further pages of the same list.
      headers: redactHeaders(response.headers, undefined, declaredBy(query)),
      body: redactBody(kept(response.body), response.body?.length ?? 0),
    },
  }
}
