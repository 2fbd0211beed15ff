import { html } from '../html.ts'
import { auditGuide } from './audit-guide.ts'
import { code, table, type DocsPage } from './layout.ts'

const firstCall = `curl -X POST "$SONAQOR_URL/v1/transactions" \\
  -H "Authorization: Bearer $SONAQOR_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{
    "externalId": "order-10482",
    "customer": "customer-77",
    "occurredAt": "2026-11-02T09:30:00Z",
    "amount": "129.90",
    "currency": "EUR"
  }'`

const start: DocsPage = {
  path: '/docs',
  title: 'Partner API',
  lead: 'Everything that the Partner Dashboard does can be done here, with the same scopes.',
  content: html`<h2>Your first call</h2>
    <ol>
      <li>
        In the dashboard, open <a href="/projects">Projects</a> and create an app. A sandbox app is
        the place to begin: nothing in it ever touches production.
      </li>
      <li>
        Open <a href="/keys">API keys</a> and issue a key with the scope
        <code>transactions:ingest</code>. The secret is shown once.
      </li>
      <li>Send a transaction, and see it arrive in <a href="/logs">Logs</a>.</li>
    </ol>
    <p>
      Here and below, <code>$SONAQOR_URL</code> is the address of this page without
      <code>/docs</code>, and <code>$SONAQOR_KEY</code> the secret of the key.
    </p>
    ${code(firstCall, 'Send a transaction')}
    <h2>Who is asking</h2>
    <p>
      Every request carries <code>Authorization: Bearer …</code> with an API key. A key belongs to
      one app, and so to one environment: keys of the sandbox begin with <code>sq_test_</code>,
      those of production with <code>sq_live_</code>. What a key may do is a set of
      <a href="/docs/scopes">scopes</a>. Keep keys on your servers; a page in a browser gets an
      <a href="/docs/embedding">embed session</a> instead.
    </p>
    <h2>Retrying safely</h2>
    <p>
      Give each write an <code>Idempotency-Key</code> header with a fresh value, and repeat the same
      value when you retry. The first answer is kept for 24 hours and given again.
    </p>
    <h2>Lists</h2>
    <p>
      A list answers <code>{ data, page: { next, prev } }</code>. Send <code>next</code> back as
      <code>?cursor=</code> with the same filter and order to read on; at the end it is
      <code>null</code>. Apps, keys and logs are narrowed by <code>?projectId=</code>,
      <code>?appId=</code> and <code>?environment=</code>; what is not yours narrows a list to
      nothing.
    </p>
    <h2>Quotas</h2>
    <p>
      <code>RateLimit-Policy</code> and <code>RateLimit</code> say what you may send and what is
      left; <code>t</code> counts seconds from now. Past it the answer is 429 with
      <code>Retry-After</code>.
    </p>
    <h2>Refusals</h2>
    <p>
      Every refusal is <code>application/problem+json</code> and its <code>type</code> leads to a
      page with <a href="/docs/problems">cause and fix</a>. A field that is wrong is named by a JSON
      pointer.
    </p>`,
}

const mint = `const answer = await fetch(SONAQOR_URL + '/v1/embed-sessions', {
  method: 'POST',
  headers: { authorization: 'Bearer ' + SONAQOR_KEY, 'content-type': 'application/json' },
  body: JSON.stringify({
    views: ['keys.list', 'keys.issue', 'logs.list'],
    scopes: ['keys:read', 'keys:write', 'apps:read', 'logs:read'],
    origins: ['https://portal.example.com'],
    user: { ref: user.id, name: user.name },
  }),
})
const { clientSecret } = await answer.json()`

const page = `<script src="https://sonaqor.example/embed/v1.js" nonce="…" crossorigin async></script>
<sonaqor-keys></sonaqor-keys>
<sonaqor-logs></sonaqor-logs>
<script nonce="…">
  if (window.Sonaqor) start()
  else addEventListener('sonaqor-ready', start, { once: true })
  function start() {
    Sonaqor.start({
      fetchSession: () => fetch('/sonaqor-session', { method: 'POST' }).then((r) => r.json()),
      appearance: { theme: 'light', tokens: { accent: '#0a7d4f' } },
      onError: (error) => console.warn(error),
    })
  }
</script>`

const policy = `script-src 'nonce-…' 'strict-dynamic';
connect-src 'self' https://sonaqor.example wss://sonaqor.example;
frame-src https://sonaqor.example;
require-trusted-types-for 'script';
trusted-types sonaqor`

const twoSessions = `Sonaqor.start({ name: 'b', fetchSession: fetchOther })

<sonaqor-keys session="b"></sonaqor-keys>`

const embedding: DocsPage = {
  path: '/docs/embedding',
  title: 'Embed a module',
  lead: 'Show API keys or logs inside your own portal, in your look, without a line of our code in your build.',
  content: html`<ol>
      <li>
        Register the origin of your portal with the app when you create it: scheme, host and port,
        such as <code>https://portal.example.com</code>.
      </li>
      <li>
        Issue a key of that app with <code>embeds:create</code> and the scopes that the modules
        need. A session can never do more than the key that opened it, and ends with it.
      </li>
      <li>On your server, open a session for the person who is signed in to your portal.</li>
      <li>Hand its client secret to the page. It works once, within a minute.</li>
      <li>In the page, load one script and write one element.</li>
    </ol>
    ${code(mint, 'On your server')} ${code(page, 'In your page')}
    <p>
      <code>fetchSession</code> is called again whenever the page's token of five minutes must be
      renewed, so that no key is ever in the page. A session lasts an hour at most, and
      <code>DELETE /v1/embed-sessions/{id}</code> ends it at once. Without a <code>user</code> it
      can only read. The modules bring their own React and their own styles inside a shadow root:
      yours do not reach in, theirs do not leak out.
    </p>
    <h2>Content Security Policy</h2>
    <p>
      The loader works under a strict policy with a nonce and Trusted Types. This is all that it
      needs; styles need nothing, for modules bring theirs as constructed sheets.
    </p>
    ${code(policy, 'What your policy must allow')}
    <h2>Secrets stay out of your page</h2>
    <p>
      A new API key is shown in a frame of our own origin, above your page. Your scripts, and those
      of others in your page, cannot read it; your page hears that something was done, not what.
      Only the registered origins of the app may show that frame. It lets itself in with a client
      secret of its own, for which <code>fetchSession</code> is called once more: the token of your
      page issues no key, even if it is stolen. Give a session no scope that the page does not need
      all the same.
    </p>
    <h2>Elements</h2>
    ${table(
      ['Element', 'Shows', 'Needs'],
      [
        [
          html`<code>&lt;sonaqor-keys&gt;</code>`,
          'API keys: list, issue, revoke',
          html`<code>keys:read</code>`,
        ],
        [
          html`<code>&lt;sonaqor-logs&gt;</code>`,
          'Requests, newest first, live',
          html`<code>logs:read</code>`,
        ],
      ],
    )}
    <h2>Appearance</h2>
    <p>
      Pass <code>theme</code> (<code>light</code>, <code>dark</code>, <code>auto</code>),
      <code>density</code> and <code>tokens</code>, or set custom properties on the element or above
      it: <code>--sonaqor-accent</code>, <code>--sonaqor-on-accent</code>,
      <code>--sonaqor-background</code>, <code>--sonaqor-font</code>, <code>--sonaqor-radius</code>.
      Where your page has a head or a foot that stays in place, <code>--sonaqor-top</code> and
      <code>--sonaqor-bottom</code> say how much of the window it covers, such as <code>56px</code>.
    </p>
    <h2>Events</h2>
    <p>The element tells your page what happens to it, in events that bubble.</p>
    ${table(
      ['Event', 'When'],
      [
        [html`<code>sonaqor-ready</code>`, 'The view is drawn.'],
        [
          html`<code>sonaqor-error</code>`,
          html`It could not be. <code>detail.message</code> says why and
            <code>detail.retry()</code> tries again, as the button does that is shown.`,
        ],
        [
          html`<code>sonaqor-navigate</code>`,
          html`The person asked for another view: <code>detail.view</code>,
            <code>detail.params</code>.`,
        ],
      ],
    )}
    <h2>Two sessions on one page</h2>
    <p>Give the second one a name; an element says which it belongs to.</p>
    ${code(twoSessions, 'A session by name')}`,
}

export const guides: readonly DocsPage[] = [start, embedding, auditGuide]
