import { html } from './html.ts'

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232a53c9'/%3E%3Cpath d='M4 10.5c1 1 2.300 1.500 4 1.500s3.600-.8 3.600-2.300C11.600 6.500 4.700 8 4.700 5.700 4.700 4.600 6 4 7.800 4c1.500 0 2.600.4 3.500 1.200' fill='none' stroke='white' stroke-width='1.600'/%3E%3C/svg%3E"

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
