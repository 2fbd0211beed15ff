import { html } from '../../html.ts'
import { embedPolicy } from '../../embed-policy.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

const why: Readonly<Record<string, string>> = {
  'script-src':
    'The script element by your nonce, and what it loads by its trust in it. Without `strict-dynamic` name our origin.',
  'connect-src': 'Calls, and live updates.',
  'frame-src': 'Secrets, critical acts, and the mode `frame`.',
  'require-trusted-types-for': 'Not needed by us: it works under it.',
  'trusted-types':
    'The one policy by which the loader makes addresses of scripts. They must be ours.',
}

const element = (url: string) =>
  `<script src="${url}/embed/v1.js" nonce="…" crossorigin async></script>`

const asHeader = `/** For Sonaqor: its origin for calls, live updates and frames, and the name of its policy. */
const policyFor = (sonaqorUrl, nonce) => [
  "default-src 'none'",
  \`script-src 'nonce-\${nonce}' 'strict-dynamic'\`,
  "style-src 'self'",
  "img-src 'self' data:",
  \`connect-src 'self' \${sonaqorUrl} \${sonaqorUrl.replace(/^http/, 'ws')}\`,
  \`frame-src \${sonaqorUrl}\`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types sonaqor',
]`

export const policy: GuidePage = (url) => {
  const { directives } = embedPolicy(url)
  const lines = Object.entries(directives).map(([name, values]) => [name, ...values].join(' '))
  return {
    path: pathOf('policy'),
    title: 'Content Security Policy',
    lead: 'The loader works under a strict policy with a nonce and Trusted Types. This is all that it needs.',
    content: html`${code(lines.join(';\n'), 'What your policy must let pass')}
      <p>
        A program reads the same at <a href="/embed/policy.json">/embed/policy.json</a>.
        <code>{random}</code> is your own nonce, fresh for every answer.
      </p>
      ${codeTable(
        ['Directive', 'For'],
        Object.keys(directives).map((name) => [name, why[name] ?? '']),
      )}
      ${p('Styles need nothing: views bring theirs as constructed sheets. So do fonts and images.')}
      ${code(element(url), 'The script element, with your nonce')}
      ${p('With the package, give `loadSonaqor` or the provider your `nonce`; under Trusted Types allow `sonaqor-loader` beside `sonaqor`.')}
      <h2>A whole policy</h2>
      ${code(asHeader, 'As a partner sends it')}`,
  }
}
