/** Opens an embed session for the person who is signed in to this portal: all the integration there is on a server. */
import type { Settings } from './settings.ts'

/** What a page of this portal shows, and what may be done there. */
export interface Wish {
  readonly views: readonly string[]
  readonly scopes: readonly string[]
  /** Who sits before the page; without one the session can only read. */
  readonly user?: { readonly ref: string; readonly name: string }
}

/** The developers of a merchant run their integration by themselves. */
export const forMerchant: Wish = {
  views: [
    'keys.list',
    'keys.issue',
    'keys.rotate',
    'keys.usage',
    'logs.list',
    'logs.tail',
    'webhooks.endpoints',
    'webhooks.deliveries',
    'webhooks.health',
    'webhooks.create',
    'webhooks.secret',
    'webhooks.certificate',
    'home.app',
    'home.activity',
    'home.jobTracker',
  ],
  scopes: [
    'keys:read',
    'keys:write',
    'logs:read',
    'webhooks:read',
    'webhooks:write',
    'apps:read',
    'jobs:read',
    'jobs:run',
  ],
}

/** Their accountant looks at it, and can change nothing. */
export const forAccountant: Wish = {
  views: ['keys.list', 'home.activity'],
  scopes: ['keys:read', 'apps:read'],
}

// #region mint
/** The status and body to hand to the page: a client secret that works once, within a minute. */
export async function openSession(
  { sonaqorUrl, apiKey }: Settings,
  origin: string,
  wish: Wish,
): Promise<{ status: number; body: unknown }> {
  if (!apiKey) {
    return { status: 503, body: { message: 'SONAQOR_API_KEY is not set on our server.' } }
  }
  const answer = await fetch(`${sonaqorUrl}/v1/embed-sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...wish, origins: [origin] }),
    signal: AbortSignal.timeout(10_000),
  })
  const body = (await answer.json()) as { clientSecret?: string; detail?: string }
  return answer.ok
    ? { status: 200, body: { clientSecret: body.clientSecret } }
    : { status: 502, body: { message: body.detail ?? 'Sonaqor refused the session.' } }
}
// #endregion
