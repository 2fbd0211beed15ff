import { html } from '../../html.ts'
import { code, prose, table, type DocsPage } from '../layout.ts'

const receiver = `import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { env } from 'node:process'

const secret = Buffer.from(env.WEBHOOK_SECRET.slice('whsec_'.length), 'base64')

function isGenuine(headers, body) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  const signatures = headers['webhook-signature']
  if (!id || !timestamp || !signatures) return false
  const isOfNow = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300
  const expected = createHmac('sha256', secret)
    .update(\`\${id}.\${timestamp}.\`)
    .update(body)
    .digest()
  const isSigned = signatures.split(' ').some((one) => {
    const [version, text = ''] = one.split(',')
    const given = Buffer.from(text, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
  return isOfNow && isSigned
}

createServer(async (request, response) => {
  const parts = []
  for await (const part of request) parts.push(part)
  const body = Buffer.concat(parts)
  if (!isGenuine(request.headers, body)) return response.writeHead(400).end()
  response.writeHead(204).end()
  const event = JSON.parse(body)
  console.log(request.headers['webhook-id'], event.type)
}).listen(3000)`

const send = `import { createHmac, randomUUID } from 'node:crypto'
import { env } from 'node:process'

const secret = Buffer.from(env.WEBHOOK_SECRET.slice('whsec_'.length), 'base64')
const id = randomUUID()
const timestamp = String(Math.floor(Date.now() / 1000))
const body = JSON.stringify({
  type: 'keys.issued',
  timestamp: new Date().toISOString(),
  data: { keyId: '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43' },
})
const signature = createHmac('sha256', secret).update(\`\${id}.\${timestamp}.\${body}\`).digest('base64')

const answer = await fetch('http://127.0.0.1:3000', {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': \`v1,\${signature}\`,
  },
  body,
})
console.log(answer.status)`

const start = `export WEBHOOK_SECRET="whsec_$(openssl rand -base64 32)"
node receiver.mjs`

/** How a receiver knows that a message is ours: as Standard Webhooks 1.0 has it. */
export const verifyAWebhook: DocsPage = {
  path: '/docs/quick-starts/webhooks',
  title: 'Verify a webhook',
  lead: 'Find out whether a message is from us, of now, and as it was sent. All you need is Node.js 20 or newer.',
  content: html`<p>
      Webhooks are signed as
      <a href="https://www.standardwebhooks.com">Standard Webhooks 1.0</a> has it: whoever has a
      library of it needs nothing else, and <a href="/docs/client">our client</a> is one. This is
      all that such a library does. How an endpoint is made, and what else a receiver does, stands
      in <a href="/docs/webhooks">Receive webhooks</a>.
    </p>
    <h2 id="receive">1. A receiver</h2>
    <p>In an empty folder, save this as <code>receiver.mjs</code>:</p>
    ${code(receiver, 'receiver.mjs')}
    <p>
      Start it with a secret. One of your own will do for the beginning; each endpoint has its own.
    </p>
    ${code(start, 'Start it')}
    <h2 id="try">2. A message, signed by yourself</h2>
    <p>
      Save this as <code>send.mjs</code>, and run it in another terminal with the same
      <code>WEBHOOK_SECRET</code>. It prints <code>204</code>, and the receiver the id and the type.
      Change a character of the body after it was signed, and it prints <code>400</code>.
    </p>
    ${code(send, 'send.mjs')}
    <h2 id="why">What each line is for</h2>
    ${table(
      ['What', 'Why'],
      [
        [
          'The bytes as they came',
          'Parsed and written anew, JSON is another text with another signature.',
        ],
        [
          'The time, at most five minutes away',
          'A message that somebody has kept cannot be sent again later.',
        ],
        [
          'Several signatures',
          'While a secret is rotated, a message is signed by the old and by the new one. One that fits is enough.',
        ],
        [
          'A comparison in constant time',
          'How long it takes says nothing of how much of a guess was right.',
        ],
        [
          'An answer first, work after it',
          'What takes longer than 15 seconds counts as failed and is sent again.',
        ],
      ],
    )}
    <h2 id="twice">Once, whatever happens</h2>
    <p>
      ${prose(
        '`webhook-id` names the event and stays the same on every attempt; each attempt is signed anew. Keep the ids that you have worked on, and answer `204` to one that comes again.',
      )}
    </p>
    <p>
      What events there are, and what each carries, stands under
      <a href="/docs/webhook-events">Webhook events</a>. To have ours brought to this receiver,
      <a href="/docs/listen">listen on your machine</a>.
    </p>`,
}
