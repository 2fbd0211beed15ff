import { html } from '../html.ts'
import { auditGuide } from './audit-guide.ts'
import { code, type DocsPage } from './layout.ts'

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

export const guides: readonly DocsPage[] = [start, auditGuide]
