import { html } from '../../html.ts'
import { code, prose, type DocsPage } from '../layout.ts'
import { keyPlaceholder, samples, type Call } from '../samples/index.ts'

const transaction = {
  externalId: 'order-10482',
  customer: 'customer-77',
  occurredAt: '2026-11-02T09:30:00Z',
  amount: '129.90',
  currency: 'EUR',
}

const many = {
  items: [
    { ...transaction, externalId: 'order-10483', amount: '12.00' },
    { ...transaction, externalId: 'order-10484', amount: 'twelve' },
  ],
}

const sent = (url: string, body: unknown): Call => ({
  method: 'POST',
  url: `${url}/v1/transactions`,
  credential: keyPlaceholder,
  body,
  answer: 'json',
})

const created = {
  status: 'created',
  id: '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43',
  externalId: 'order-10482',
}

/** From nothing to a transaction that one can see. */
export const sendATransaction = (url: string): DocsPage => ({
  path: '/docs/quick-starts/transactions',
  title: 'Send your first transaction',
  lead: 'A key, one request, and its line in your logs. All you need is a terminal.',
  content: html`<h2 id="key">1. A key of a sandbox app</h2>
    <ol>
      <li>
        In the dashboard, open <a href="/projects">Projects</a> and create an app in the sandbox:
        nothing in it ever touches production.
      </li>
      <li>
        Open <a href="/keys">API keys</a> and issue a key of that app with the scope
        <code>transactions:ingest</code>. Copy the secret: it is shown once.
      </li>
    </ol>
    <h2 id="send">2. Send it</h2>
    <p>Put your key in the place of <code>${keyPlaceholder}</code>.</p>
    ${samples('first', sent(url, transaction))} ${code(JSON.stringify(created, null, 2), 'Answer')}
    <p>
      ${prose(
        'The customer did not have to be known: `customer-77` is created with its first transaction. Send the same again and the answer is `unchanged`; a transaction is known by its `externalId` and never changes.',
      )}
    </p>
    <h2 id="logs">3. See it</h2>
    <p>
      Open <a href="/logs">Logs</a>: your request stands on top, with what was sent and what came
      back. Its id is in the <code>X-Request-Id</code> header of every answer.
    </p>
    <h2 id="many">4. Send many at once</h2>
    <p>
      ${prose(
        'Up to 1,000 in `items`. Each row is answered by itself, so that a wrong one stops no other: here the second is refused, and `errors` names the field.',
      )}
    </p>
    ${samples('many', sent(url, many))}
    <h2 id="next">Next</h2>
    <ul>
      <li>
        <a href="/docs/api/transactions#transactions.ingest">All fields of a transaction</a>, with
        “Try it”.
      </li>
      <li>
        <a href="/docs#retrying">Retrying safely</a>, and
        <a href="/docs/problems">what can go wrong</a>.
      </li>
      <li><a href="/docs/embedding">Embed a module</a> in your own portal.</li>
    </ul>`,
})
