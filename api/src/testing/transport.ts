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
