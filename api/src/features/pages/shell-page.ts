import { html, type Html } from './html.ts'
import { icon } from './icon.ts'

interface Script {
  readonly src: string
  readonly nonce: string
}

interface Document extends Script {
  /** What the script is told before it runs, by name. */
  readonly told: Readonly<Record<string, string>>
  readonly body: Html
  /** A frame has no tab that shows an icon. */
  readonly isFrame?: boolean
}

/** A document into which its script draws everything. */
function documentOf({ src, nonce, told, body, isFrame = false }: Document): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${Object.entries(told).map(
          ([name, content]) => html`<meta name="sonaqor-${name}" content="${content}" />`,
        )}
        <title>Sonaqor</title>
        ${!isFrame && html`<link rel="icon" href="${icon}" />`}
        <script nonce="${nonce}" src="${src}" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text
}

/** Without scripts it says so. */
const room = (withoutScripts: string) =>
  html`<div id="root"></div>
    <noscript>${withoutScripts}</noscript>`

interface Shell extends Script {
  /** Whether the sign-in page has people of the demo to offer. */
  readonly isDemo: boolean
}

/** The document of the dashboard. */
export const shellPage = ({ isDemo, ...script }: Shell): string =>
  documentOf({
    ...script,
    told: isDemo ? { demo: 'on' } : {},
    body: room('The Sonaqor dashboard needs JavaScript.'),
  })

/** The page of Sonaqor's own staff; what a tenant lets them see is drawn by a frame of that origin. */
export const staffPage = (script: Script, tenantsOrigin: string): string =>
  documentOf({
    ...script,
    told: { 'tenants-origin': tenantsOrigin },
    body: room('The page of Sonaqor’s staff needs JavaScript.'),
  })

/** That frame: it hears the staff's page alone. */
export const lookPage = (script: Script, staffOrigin: string): string =>
  documentOf({
    ...script,
    told: { 'staff-origin': staffOrigin },
    body: html`<div id="root"></div>`,
    isFrame: true,
  })

/** Our own frame in a partner's page: where secrets are shown. It hears pages of these origins alone. */
export const framePage = (script: Script, origins: readonly string[]): string =>
  documentOf({ ...script, told: { origins: origins.join(' ') }, body: html``, isFrame: true })
