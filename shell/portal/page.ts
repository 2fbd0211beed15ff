/** The documents of the portal, and the policy that they are served with. */
import { randomBytes } from 'node:crypto'
import type { Merchant } from './sign-in.ts'

export interface Page {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

// #region policy
/** For Sonaqor: its origin for calls, live updates and frames, and the name of its policy. */
const policyFor = (sonaqorUrl: string, nonce: string): readonly string[] => [
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
// #endregion

/** The one document of whoever is signed in; what it shows is drawn by `portal.js`. */
export function portalPage(sonaqorUrl: string, { name, shop }: Merchant): Page {
  const nonce = randomBytes(18).toString('base64')
  return {
    headers: headersWith(policyFor(sonaqorUrl, nonce)),
    html: documentOf(
      `<script nonce="${nonce}" src="${sonaqorUrl}/embed/v1.js" crossorigin async></script>
    <script nonce="${nonce}" src="/react.js" defer></script>
    <script nonce="${nonce}" src="/react-dom.js" defer></script>
    <script nonce="${nonce}" src="/portal.js" type="module"></script>`,
      `<div id="portal" data-name="${name}" data-shop="${shop}"></div>`,
    ),
  }
}

/** Nobody is signed in: neither scripts nor Sonaqor have anything to do here. */
export function signInPage(merchants: readonly Merchant[]): Page {
  const accounts = merchants.map(
    ({ ref, name, shop }) =>
      `<button class="account" name="merchant" value="${ref}"><b>${shop}</b> ${name}</button>`,
  )
  return {
    headers: headersWith([
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]),
    html: documentOf(
      '',
      `<div class="portal">
      <header><a class="logo" href="/">≈ Tidewater</a></header>
      <main class="door">
        <h1>Sign in</h1>
        <p>Choose your shop. In this demonstration nobody asks for a password.</p>
        <form method="post" action="/sign-in">${accounts.join('')}</form>
      </main>
      <footer>Tidewater Merchant Center</footer>
    </div>`,
    ),
  }
}

/** Somebody has followed an old link, or mistyped one. */
export const missingPage = (): Page => ({
  headers: headersWith([
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]),
  html: documentOf(
    '',
    `<div class="portal">
      <header><a class="logo" href="/">≈ Tidewater</a></header>
      <main class="door">
        <h1>There is no such page</h1>
        <p><a href="/">Back to your settlements</a></p>
      </main>
      <footer>Tidewater Merchant Center</footer>
    </div>`,
  ),
})

function headersWith(policy: readonly string[]): Page['headers'] {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  }
}

/** Nothing in it comes from anybody else, so that nothing has to be escaped. */
const documentOf = (scripts: string, body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tidewater Merchant Center</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/portal.css">
    <link rel="stylesheet" href="/pages.css">
    ${scripts}
  </head>
  <body>
    ${body}
  </body>
</html>
`
