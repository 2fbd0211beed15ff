import type { ClientReply, ClientRequest, Transport } from '@sonaqor/contract/client'
import { isHeldBack } from './held-back.ts'
import type { Session } from './session.ts'

/** No answer came: the network is gone, or something on its way stops the request. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  /** It is the policy of the page that stops it. */
  readonly isHeldBack: boolean

  constructor(cause: unknown, heldBack = false) {
    super('Sonaqor cannot be reached. Check the connection and try again.', { cause })
    this.isHeldBack = heldBack
  }
}

/** Taken before the page can put its own in place; some pages wrap it to log what passes. */
const { fetch } = window
const { parse, stringify } = JSON

const timeoutMs = 30_000
/** A file may be long, and its last piece is waited for. */
const fileTimeoutMs = 600_000

/**
 * Sends requests without a token, for sign-in and exchange. Cookies go to our own origin alone. What
 * was sent is finished even if the page is left meanwhile: a renewed cookie that never arrives looks
 * like a stolen one at the next renewal, and would end the session.
 */
export function openTransport(origin: string): Transport {
  return (request) => send(origin, request, { keepalive: request.method !== 'GET' })
}

/** Sends with a token that nobody renews any more; what was sent is finished as above. */
export function transportBy(origin: string, token: string): Transport {
  return (request) => send(origin, request, { token, keepalive: true })
}

/**
 * Sends requests with the token of a session. A refused token is renewed and the request is sent
 * once more; equal readings that are under way share one answer.
 */
export function authorisedTransport(origin: string, session: Session): Transport {
  const underWay = new Map<string, Promise<ClientReply>>()

  async function sendWithToken(request: ClientRequest): Promise<ClientReply> {
    const { token } = await session.grant()
    const reply = await send(origin, request, { token })
    if (reply.status !== 401) return reply
    session.refused(token)
    return send(origin, request, { token: (await session.grant()).token })
  }

  return (request) => {
    // What is handed on unread can be read by one alone.
    if (request.method !== 'GET' || request.as) return sendWithToken(request)
    const reply =
      underWay.get(request.path) ??
      sendWithToken(request).finally(() => underWay.delete(request.path))
    underWay.set(request.path, reply)
    return reply
  }
}

async function send(
  origin: string,
  { method, path, body, headers, as }: ClientRequest,
  { token, keepalive = false }: { readonly token?: string; readonly keepalive?: boolean },
): Promise<ClientReply> {
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: stringify(body, asItIs) }),
    credentials: 'same-origin',
    keepalive,
    redirect: 'error',
    signal: AbortSignal.timeout(as ? fileTimeoutMs : timeoutMs),
  }).catch(async (cause: unknown) => {
    throw new Unreachable(cause, navigator.onLine && (await isHeldBack(origin)))
  })
  return { status: response.status, body: as && response.ok ? response : await readBody(response) }
}

/** Old libraries give arrays and strings a `toJSON` of their own, which would write them twice. */
function asItIs(this: Readonly<Record<string, unknown>>, name: string, written: unknown): unknown {
  const value = this[name]
  return value instanceof Date ? written : value
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new Unreachable(cause)
  })
  if (text === '') return undefined
  try {
    return parse(text)
  } catch (cause) {
    // Something between us and the server speaks in its place: a proxy, a captive portal.
    throw new Unreachable(cause)
  }
}
