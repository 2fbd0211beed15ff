import { html } from '../html.ts'
import { auditGuide } from './audit-guide.ts'
import { clientGuide } from './client-guide.ts'
import type { DocsPage } from './layout.ts'
import { queryLanguage } from './query-language.ts'
import { sendATransaction } from './quick-starts/send-a-transaction.ts'
import { verifyAWebhook } from './quick-starts/verify-a-webhook.ts'
import { listenOnYourMachine } from './webhooks/listen.ts'
import { receiveWebhooks } from './webhooks/receive.ts'

const quickStarts: readonly (readonly [href: string, title: string, words: string])[] = [
  [
    '/docs/quick-starts/transactions',
    'Send your first transaction',
    'A key, one request, and its line in your logs. Five minutes.',
  ],
  [
    '/docs/quick-starts/webhooks',
    'Verify a webhook',
    'Whether a message is from us, of now, and as it was sent. Ten minutes.',
  ],
  [
    '/docs/webhooks',
    'Receive webhooks',
    'What happens here, brought to your servers. A quarter of an hour.',
  ],
  [
    '/docs/listen',
    'Listen on your machine',
    'The webhooks of a sandbox app, forwarded to localhost. Two minutes.',
  ],
  [
    '/docs/embedding',
    'Embed a module',
    'Keys, logs and more inside your own portal, in your look. A quarter of an hour.',
  ],
  [
    '/docs/audit',
    'Verify the audit log',
    'Find by yourself whether a word of it was changed. Ten minutes.',
  ],
]

const start = (): DocsPage => ({
  path: '/docs',
  title: 'Partner API',
  lead: 'Servers do their work with API keys; what the Partner Dashboard does beyond that takes the session of a member, with the same scopes.',
  content: html`<h2>Quick starts</h2>
    <ul class="cards">
      ${quickStarts.map(
        ([href, title, words]) =>
          html`<li>
            <a href="${href}">${title}</a>
            <p>${words}</p>
          </li>`,
      )}
    </ul>
    <h2 id="authentication">Who is asking</h2>
    <p>
      Every request carries <code>Authorization: Bearer …</code> with an API key. A key belongs to
      one app, and so to one environment: keys of the sandbox begin with <code>sq_test_</code>,
      those of production with <code>sq_live_</code>. What a key may do is a set of
      <a href="/docs/scopes">scopes</a>. Keep keys on your servers; a page in a browser gets an
      <a href="/docs/embedding">embed session</a> instead.
    </p>
    <h2 id="sessions">Sessions of members</h2>
    <p>
      Each operation says whether it takes an API key, the session of a member, or either. What
      concerns people – who belongs to the team, how they sign in, whom access is lent – takes a
      member. The token of a session is <code>token</code> in the answer of
      <a href="/docs/api/auth#auth.signIn">auth.signIn</a>, or of
      <a href="/docs/api/auth#auth.verifyMfa">auth.verifyMfa</a> for whoever has a second factor. It
      goes into <code>Authorization: Bearer …</code> as a key does, and works for
      <code>expiresIn</code> seconds.
    </p>
    <h2 id="trying">Trying it here</h2>
    <p>
      Beside each operation that takes a key, “Try it” sends a real request to your sandbox. Signed
      in to the <a href="/">dashboard</a>, you choose one of your sandbox apps and have a key filled
      in: it lives for an hour, stands as “Docs: try it” in your <a href="/keys">API keys</a>, where
      you can revoke it, and is kept in the memory of the page alone. Signed out, you may paste one.
    </p>
    <h2 id="retrying">Retrying safely</h2>
    <p>
      Give each write an <code>Idempotency-Key</code> header with a fresh value, and repeat the same
      value when you retry. The first answer is kept for 24 hours and given again.
    </p>
    <p><a href="/docs/client">Our client</a> does so by itself, and reads lists to their end.</p>
    <h2 id="lists">Lists</h2>
    <p>
      A list answers <code>{ data, page: { next, prev } }</code>. Send <code>next</code> back as
      <code>?cursor=</code> with the same filter and order to read on; at the end it is
      <code>null</code>. Apps, keys and logs are narrowed by <code>?projectId=</code>,
      <code>?appId=</code> and <code>?environment=</code>; what is not yours narrows a list to
      nothing.
    </p>
    <h2 id="quotas">Quotas</h2>
    <p>
      <code>RateLimit-Policy</code> and <code>RateLimit</code> say what you may send and what is
      left; <code>t</code> counts seconds from now. Past it the answer is 429 with
      <code>Retry-After</code>.
    </p>
    <h2 id="refusals">Refusals</h2>
    <p>
      Every refusal is <code>application/problem+json</code> and its <code>type</code> leads to a
      page with <a href="/docs/problems">cause and fix</a>, but that of a 429, which is the one that
      IANA has registered; <code>code</code> names
      <a href="/docs/problems/quota-exceeded">its page</a> all the same. A field that is wrong is
      named by a JSON pointer.
    </p>`,
})

/** They name where this Sonaqor is reached, so that what is copied works as it stands. */
export const guidesOf = (url: string, clientFile: string): readonly DocsPage[] => [
  start(),
  sendATransaction(url),
  verifyAWebhook,
  receiveWebhooks(url),
  listenOnYourMachine(url, clientFile),
  clientGuide(url, clientFile),
  queryLanguage,
  auditGuide,
]
