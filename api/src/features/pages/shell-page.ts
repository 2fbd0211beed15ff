import { html } from './html.ts'
import { icon } from './icon.ts'

interface Script {
  readonly src: string
  readonly nonce: string
}

interface Shell extends Script {
  /** Whether the sign-in page has people of the demo to offer. */
  readonly isDemo: boolean
}

/** The document of the dashboard. The frame draws everything into it; without scripts it says so. */
export function shellPage({ src, nonce, isDemo }: Shell): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${isDemo && html`<meta name="sonaqor-demo" content="on" />`}
        <title>Sonaqor</title>
        <link rel="icon" href="${icon}" />
        <script nonce="${nonce}" src="${src}" defer></script>
      </head>
      <body>
        <div id="root"></div>
        <noscript>The Sonaqor dashboard needs JavaScript.</noscript>
      </body>
    </html> `.text
}

/** The page of Sonaqor's own staff; what a tenant lets them see is drawn by a frame of that origin. */
export function staffPage({ src, nonce }: Script, tenantsOrigin: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="sonaqor-tenants-origin" content="${tenantsOrigin}" />
        <title>Sonaqor</title>
        <link rel="icon" href="${icon}" />
        <script nonce="${nonce}" src="${src}" defer></script>
      </head>
      <body>
        <div id="root"></div>
        <noscript>The page of Sonaqor’s staff needs JavaScript.</noscript>
      </body>
    </html> `.text
}

/** That frame: it hears the staff's page alone. */
export function lookPage({ src, nonce }: Script, staffOrigin: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="sonaqor-staff-origin" content="${staffOrigin}" />
        <title>Sonaqor</title>
        <script nonce="${nonce}" src="${src}" defer></script>
      </head>
      <body>
        <div id="root"></div>
      </body>
    </html> `.text
}

/** Our own frame in a partner's page: where secrets are shown. It hears pages of these origins alone. */
export function framePage({ src, nonce }: Script, origins: readonly string[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="sonaqor-origins" content="${origins.join(' ')}" />
        <title>Sonaqor</title>
        <script nonce="${nonce}" src="${src}" defer></script>
      </head>
      <body></body>
    </html> `.text
}
