/**
 * A logged request is sent again as a key of the sandbox, with the right of whoever sends it alone: with
 * no scope that they lack, from their address, and on the way that all requests go.
 */
import type { Key } from '@sonaqor/contract/keys'
import type { SendAgain, SentAgain } from '@sonaqor/contract/log-again'
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import type { LogEntry } from '@sonaqor/contract/logs'
import { operationAt } from '../../../core/implement/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { InnerAnswer, InnerCall, Scope } from '../../../core/scope/index.ts'
import { findKey, lentKey } from '../../keys/index.ts'
import { bodyMax } from '../redaction/redact-body.ts'
import { redactHeaders } from '../redaction/redact-request.ts'
import { entryOfRequest, noteSending } from './sent-again.store.ts'

export async function sendAgain(
  scope: Scope,
  entry: LogEntry,
  asked: SendAgain,
): Promise<SentAgain> {
  requireSandbox(entry, asked)
  requireWhole(entry, asked)
  const key = await requireKey(scope, asked.keyId)
  const id = scope.newId()
  const inner = innerCall(scope, { entry, asked, key, id })
  const answer = await scope.aside(() => scope.call(inner))
  return { requestId: id, logId: await entryOfRequest(scope, id), ...told(answer) }
}

/** What was done in production may be tried again elsewhere, by whoever says that they mean it. */
function requireSandbox({ environment }: LogEntry, { copyToSandbox }: SendAgain): void {
  if (environment === 'sandbox' || copyToSandbox) return
  throw new Problem('conflict', {
    detail:
      'This request was made in production, and nothing is sent there again. Say `copyToSandbox` to send a copy of it to the sandbox.',
  })
}

/** What was redacted is told by whoever sends it, and nothing else of the path. */
function requireWhole({ method, path: logged }: LogEntry, asked: SendAgain): void {
  const path = asked.path ?? logged
  const held = { path, query: asked.query, body: asked.body ?? '' }
  const errors = Object.entries(held)
    .filter(([, value]) => value.includes(redacted))
    .map(([name]) => ({
      pointer: `#/${name}`,
      detail: `holds ${redacted}, which stands in the log for what it does not keep: fill it in`,
    }))
  if (errors.length === 0 && !isFilledIn(method, path, logged)) {
    errors.push({ pointer: '#/path', detail: 'must be that of the logged request' })
  }
  if (errors.length === 0) return
  throw new Problem('invalid', { detail: 'The request cannot be sent as it stands.', errors })
}

/**
 * Segment by segment, for what is filled in is one and no more, and to the same operation: what led
 * nowhere leads to none that somebody chooses.
 */
function isFilledIn(method: string, path: string, logged: string): boolean {
  if (path === logged) return true
  const operation = operationAt(method, logged)
  if (!operation || operationAt(method, path) !== operation) return false
  const [sent, known] = [path.split('/'), logged.split('/')]
  return (
    sent.length === known.length &&
    known.every((segment, at) => {
      const given = sent[at] ?? ''
      return segment.includes(redacted) ? /^[^?#]+$/.test(given) : given === segment
    })
  )
}

async function requireKey(scope: Scope, id: string): Promise<Key> {
  const key = await findKey(scope, id)
  const fault = faultOf(key)
  if (key && !fault) return key
  throw new Problem('invalid', {
    detail: 'The request cannot be sent with this key.',
    errors: [{ pointer: '#/keyId', detail: fault ?? '' }],
  })
}

function faultOf(key: Key | undefined): string | undefined {
  if (!key) return 'must be a key that you see'
  if (key.environment !== 'sandbox') return 'must be a key of the sandbox'
  return key.state === 'active' ? undefined : `must be in use: this one is ${key.state}`
}

interface Sending {
  readonly entry: LogEntry
  readonly asked: SendAgain
  readonly key: Key
  readonly id: string
}

function innerCall(scope: Scope, { entry, asked, key, id }: Sending): InnerCall {
  const { principal, tenantId } = scope
  const { environment, appId, id: keyId } = key
  let isNoted = false
  return {
    id,
    method: entry.method,
    path: asked.path ?? entry.path,
    query: asked.query,
    headers: {
      'user-agent': 'Sonaqor (sent again)',
      ...(asked.body === null ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
      'idempotency-key': `again-${markOf(scope, id)}`,
    },
    body: asked.body === null ? null : Buffer.from(asked.body),
    async as(inner) {
      // Told before it is done; whoever steps aside on the way is known a second time.
      if (!isNoted) {
        await scope.keep(async (_, kept) => {
          await noteSending(kept, { environment, id, logId: entry.id })
          const after = { requestId: id, keyId, from: entry.environment }
          kept.audit({ action: 'logs.sent-again', target: entry.id, environment, appId, after })
        })
        isNoted = true
      }
      return lentKey(inner, { tenantId, environment, keyId, scopes: principal.scopes })
    },
  }
}

/**
 * Sent twice by somebody with one key, it is done once: what is sent within has a key that follows from
 * both, so that nobody is answered what another one was.
 */
function markOf({ principal, request, secrets }: Scope, id: string): string {
  const key = request.header('idempotency-key')
  if (key === null) return id
  return secrets.hmac(`sent again by ${principal.id} with ${key}`).toString('base64url')
}

function told({
  status,
  headers,
  body,
  latencyMs,
}: InnerAnswer): Pick<SentAgain, 'status' | 'latencyMs' | 'headers' | 'body'> {
  return {
    status,
    latencyMs: Math.round(latencyMs * 10) / 10,
    // Those that the log keeps, and no other.
    headers: redactHeaders(headers),
    body: body && body.length > 0 ? bodyOf(body) : null,
  }
}

/** As much as the log keeps of it, and more for reading than anybody reads. */
const shownMax = 8 * bodyMax

const bodyOf = (body: Buffer): NonNullable<SentAgain['body']> => ({
  text: body.subarray(0, shownMax).toString('utf8'),
  bytes: body.length,
  cut: body.length > shownMax,
})
