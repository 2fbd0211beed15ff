import {
  answerBytesMax,
  attemptTimeoutMs,
  payloadBytesMax,
  retryDelaysSeconds,
} from '@sonaqor/contract/webhook-bounds'
import { logDaysKept } from '@sonaqor/contract/log-retention'
import { html } from '../../html.ts'
import { code, prose, table, type DocsPage } from '../layout.ts'
import { exportedKey } from '../samples/call.ts'
import { issuing, nginx, serving, setting } from './mutual-tls.ts'
import { verifying } from './verifying.ts'

const kept = Object.entries(logDaysKept)
  .map(([plan, days]) => `${days} days on ${plan}`)
  .join(', ')

const create = (url: string) => `${exportedKey}
curl ${url}/v1/webhooks/endpoints \\
  -H "Authorization: Bearer $SONAQOR_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"url": "https://shop.example/webhooks", "eventTypes": ["keys.issued", "keys.revoked"]}'`

const transformation = `function transform(event) {
  if (event.data.environment !== 'production') return null
  return { text: \`\${event.type}: \${event.data.label}\` }
}`

const p = (text: string) => html`<p>${prose(text)}</p>`

/** For the Sonaqor at `url`. */
export const receiveWebhooks = (url: string): DocsPage => ({
  path: '/docs/webhooks',
  title: 'Receive webhooks',
  lead: 'What happens here is brought to your servers, at least once each, signed as Standard Webhooks 1.0 has it.',
  content: html`<h2 id="endpoint">1. An endpoint</h2>
    ${p('An endpoint belongs to an app, and so to one environment. It gets the events that it names; to name one takes its scope. An empty list means all that you may read. The answer holds its secret, `whsec_…`.')}
    ${p('Its address begins with `https://` and is open to the internet. A demo, which runs on one machine, takes addresses of that machine as well, such as `http://127.0.0.1:8787/webhooks`.')}
    ${code(create(url), 'Create an endpoint')}
    <p>
      Which events there are, and what each carries, stands in the
      <a href="/docs/webhook-events">catalogue</a>.
    </p>
    <h2 id="verify">2. Verify</h2>
    ${p('Anybody can send to your address. `webhook-signature` is over `webhook-id`, `webhook-timestamp` and the bytes of the body as they came, with dots between them. Read the body before any framework parses it.')}
    ${verifying.map(({ name, text }) => code(text, name))}
    <p>
      What each step is for stands in
      <a href="/docs/quick-starts/webhooks">Verify a webhook</a>, with a receiver to try it with.
      Whoever would rather hold no secret of ours chooses <code>"signing": "ed25519"</code>, and
      verifies with a public key.
    </p>
    <h2 id="answer">3. Answer</h2>
    ${p(`Answer with 2xx within ${attemptTimeoutMs / 1000} seconds, and work after that. Of the answer ${answerBytesMax} bytes are kept for you to read.`)}
    ${table(
      ['Answer', 'What follows'],
      [
        ['2xx', 'Delivered.'],
        ['3xx', 'Failed: redirects are not followed.'],
        ['410', 'The endpoint is disabled at once.'],
        ['429, 502, 504', 'Failed, and less is sent for a while.'],
        [html`with <code>Retry-After</code>`, 'Failed, and nothing is sent sooner than that.'],
        ['anything else, or none', 'Failed.'],
      ],
    )}
    ${p(`What failed is sent again, each time up to 20 % sooner or later: after ${retryDelaysSeconds.slice(1).map(spoken).join(', ')}. An endpoint that fails for days is disabled, and its owners are told.`)}
    <h2 id="held-back">Held back</h2>
    ${p('That is the soonest. Once five deliveries in a row have failed, or you answer `429`, `502`, `504` or with `Retry-After`, nothing is sent to the endpoint for a while: 5 seconds first, then twice as long each time that it fails again, up to 5 minutes, each up to 20 % sooner or later; with `Retry-After` for as long as it says, a day at most. After that one attempt is made at a time, until one succeeds; then all of it goes on. Meanwhile `heldBackUntil` of a delivery and of the health of its endpoint says until when, `nextAttemptAt` of a delivery when it can be sent at the soonest, and `isOneAtATime` that it is being found out.')}
    <p>
      Nobody has to wait for that:
      <a href="/docs/api/webhooks#webhooks.retry">webhooks.retry</a> sends one delivery at once,
      before all others, and
      <a href="/docs/api/webhooks#webhooks.resumeEndpoint">webhooks.resumeEndpoint</a>, which is
      “Try now” in the dashboard, ends the wait of an endpoint, as a change of its address does. If
      it fails again, it is held back anew.
    </p>
    <h2 id="once">Once, whatever happens</h2>
    ${p('`webhook-id` names the event and is the same on every attempt. An event may come twice, as when your answer was lost: keep the ids that you have worked on, and answer `204` to one that comes again.')}
    <h2 id="consent">Agree first</h2>
    ${p('With `needsConsent` an address is asked before anything is sent to it, and anew whenever it changes, as CloudEvents has it: `OPTIONS` with `WebHook-Request-Origin`, our name, and our port where it is not 443. It agrees with 2xx and `WebHook-Allowed-Origin`, which says that name or `*`. Until then the endpoint is paused as `unconfirmed`, and what happens is kept as skipped; to resume it asks again. Each delivery carries `WebHook-Request-Origin`, too.')}
    <h2 id="mtls">Let us alone in</h2>
    ${p('A signature tells that a request is ours once it is read. With mutual TLS nobody else even connects: your server asks for a client certificate in the handshake, and we show the one that you have given the endpoint. Issue it to us by a CA of your own, with the extended key usage `clientAuth`.')}
    ${code(issuing, 'A CA and a certificate for us, with OpenSSL 3')}
    ${code(setting(url), 'Give it to an endpoint, with its key')}
    ${p('The key has no passphrase, and is RSA of 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519. It is kept sealed, and no answer ever holds it. To replace a certificate, set the next one; from the next connection on we show that. Who runs the receivers is told 30 and 7 days and one day before it ends.')}
    ${code(nginx, 'Ask for it in nginx')} ${code(serving, 'Ask for it in Node')}
    ${p('Go on to verify signatures: a proxy that ends TLS for you lets in what is behind it, too. Your own certificate is still checked, and has to be of a public CA. An attempt that failed for a certificate says so: `certificate required`, `unknown ca` and the like are what your server says in the handshake, and what can be done stands beside it.')}
    <h2 id="order">Order and pace</h2>
    ${p('Events come as they happen, many at a time. With `isOrdered` each waits until the one before it is delivered or given up; first comes what was recorded first, so that two of the same second may bear times the other way round. `maxPerSecond` bounds how many come.')}
    <h2 id="less">Less, or another shape</h2>
    ${p('`filter` names what has to hold of a payload: `{"path": "data.state", "operator": "is", "value": "active"}`. A condition on a place that there is not does not hold, but for `is-not` and `is-missing`. Amounts, which are decimal strings, are compared as numbers where the value is a number.')}
    ${p(`\`transformation\` is JavaScript with a function \`transform\`. It gets the payload and returns the object to send, or null for nothing. It runs for 100 ms at most, with 16 MB, in a sandbox without network and randomness, where it is always the moment of the event, so that it comes to the same with each attempt: \`Math.random\` fails, and \`Date.now()\` is the time of the event; what it returns has ${payloadBytesMax} bytes at most.`)}
    ${code(transformation, 'A message for a chat, of production alone')}
    <p>
      <a href="/docs/api/webhooks#webhooks.simulate">webhooks.simulate</a> shows what both would do,
      and in which line a transformation failed.
    </p>
    <h2 id="try">Try it</h2>
    <p>
      <a href="/docs/listen">listen</a> forwards what happens in a sandbox app to your own machine.
    </p>
    <p>
      <a href="/docs/api/webhooks#webhooks.sendTest">webhooks.sendTest</a> sends an example or an
      event of your own making, and tells what was answered and how it was signed. It reaches
      endpoints that are paused or disabled, too, unless they have yet to agree, is sent whatever
      the filter says, and is not tried again. Where a signature does not verify,
      <a href="/docs/api/webhooks#webhooks.debugSignature">webhooks.debugSignature</a> names the
      rule that it breaks, and what was done to it on the way.
    </p>
    <h2 id="missed">What was missed</h2>
    ${p(`What happens while an endpoint is paused or disabled is kept as skipped. Deliveries are kept with their attempts, and events with them, for as long as the plan keeps the lines of the log: ${kept}. What still waits to be delivered, or is being replayed, stays until it is over.`)}
    <p>
      <a href="/docs/api/webhooks#webhooks.previewReplay">webhooks.previewReplay</a> says what a
      replay would send and how fast, and
      <a href="/docs/api/webhooks#webhooks.startReplay">webhooks.startReplay</a> sends it, each
      event with its own id.
    </p>`,
})

function spoken(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  return seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`
}
