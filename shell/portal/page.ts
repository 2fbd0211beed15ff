/** The one document of the portal, and the policy that it is served with. */
import { randomBytes } from 'node:crypto'

export interface Page {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The policy is this portal's own. For Sonaqor it allows what the embedding guide asks for: its
 * origin for calls, live updates and frames, and the name of its Trusted Types policy.
 */
export function portalPage(sonaqorUrl: string): Page {
  const nonce = randomBytes(18).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sonaqorUrl} ${sonaqorUrl.replace(/^http/, 'ws')}`,
    `frame-src ${sonaqorUrl}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sonaqor',
  ]
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    },
    html: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tidewater Merchant Center</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/portal.css">
    <script nonce="${nonce}" src="${sonaqorUrl}/embed/v1.js" crossorigin async></script>
    <script nonce="${nonce}" src="/react.js" defer></script>
    <script nonce="${nonce}" src="/react-dom.js" defer></script>
    <script nonce="${nonce}" src="/portal.js" defer></script>
  </head>
  <body>
    <div id="portal"></div>
  </body>
</html>
`,
  }
}
