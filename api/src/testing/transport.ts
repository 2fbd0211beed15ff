import { createClient, type Client } from '@sonaqor/contract/client'

/** Whoever has a token. */
export interface Holder {
  readonly token: string
}

export interface Ask extends Omit<RequestInit, 'body'> {
  readonly as?: Holder | null
  /** What is sent as JSON. */
  readonly json?: unknown
  /** What is sent as it is, for what is no JSON. */
  readonly body?: string | Uint8Array
}

/** A raw request, for what the typed client would never send. */
export function ask(
  url: string,
  { as, json, headers, body, ...rest }: Ask = {},
): Promise<Response> {
  const sent = json === undefined ? body : JSON.stringify(json)
  return fetch(url, {
    method: sent === undefined ? 'GET' : 'POST',
    ...rest,
    ...(sent === undefined ? {} : { body: sent as BodyInit }),
    headers: {
      ...(as ? { authorization: `Bearer ${as.token}` } : {}),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...(headers as Record<string, string> | undefined),
    },
  })
}

/** The typed client over real HTTP. */
export function clientFor(url: string, as: Holder | null): Client {
  return createClient(async ({ method, path, headers, body }) => {
    const response = await ask(url + path, {
      as,
      method,
      headers: { ...headers },
      ...(body === undefined ? {} : { json: body }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  })
}
