/** Opens an embed session for the person who is signed in to this portal: all the integration there is on a server. */
import type { Settings } from './settings.ts'

export interface Merchant {
  readonly ref: string
  readonly name: string
}

const wish = {
  views: ['keys.list', 'keys.issue', 'logs.list'],
  scopes: ['keys:read', 'keys:write', 'logs:read', 'apps:read'],
}

/** The status and body to hand to the page: a client secret that works once, within a minute. */
export async function openSession(
  { sonaqorUrl, apiKey }: Settings,
  origin: string,
  user: Merchant,
): Promise<{ status: number; body: unknown }> {
  if (!apiKey) {
    return { status: 503, body: { message: 'SONAQOR_API_KEY is not set on our server.' } }
  }
  const answer = await fetch(`${sonaqorUrl}/v1/embed-sessions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ ...wish, origins: [origin], user }),
    signal: AbortSignal.timeout(10_000),
  })
  const body = (await answer.json()) as { clientSecret?: string; detail?: string }
  return answer.ok
    ? { status: 200, body: { clientSecret: body.clientSecret } }
    : { status: 502, body: { message: body.detail ?? 'Sonaqor refused the session.' } }
}
