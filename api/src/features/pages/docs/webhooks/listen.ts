import { inboxDays, inboxMessagesMax } from '@sonaqor/contract/webhook-bounds'
import { html } from '../../html.ts'
import { codeTable, p } from '../embedding/page.ts'
import { code, type DocsPage } from '../layout.ts'
import { exportedKey } from '../samples/call.ts'

const place = 'http://localhost:3000/webhooks'

const printed = `Verify with whsec_…
Forwarding everything to ${place}. Ctrl-C ends it.
09:05:03  204          12 ms  keys.issued               0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43
09:05:09  500           8 ms  keys.revoked              0199f0a2-75aa-7c03-9d51-3e1f60c2b8d4  no such key
09:05:31  refused       1 ms  keys.updated              0199f0a2-cb42-7e6e-8a19-54d7b09f13a6  nobody listens there`

/** For the Sonaqor at `url`, whose newest client is this file. */
export const listenOnYourMachine = (url: string, file: string): DocsPage => ({
  path: '/docs/listen',
  title: 'Listen on your machine',
  lead: 'What your sandbox app would send as webhooks, forwarded to localhost as it was sent: no tunnel, and no address that others reach.',
  content: html`${p('Each sandbox app has a test inbox, to which its events are delivered and signed as to any endpoint. `listen` comes with our client, needs Node from 20 on, and reads that inbox.')}
    ${code(`npm install --save-dev ${url}/client/${file}`, 'Install')}
    ${code(`export SONAQOR_URL=${url}\n${exportedKey}\nnpx @sonaqor/client listen --forward-to ${place}`, 'Listen')}
    ${p('It opens the inbox where it is closed, prints the secret to verify with, and goes on until Ctrl-C, with a line for each message: time, answer, duration, type and id.')}
    ${code(printed, 'What it prints')} ${p('To try it once without installing it:')}
    ${code(`npx --yes ${url}/client/${file} listen --forward-to ${place}`, 'Listen without installing')}
    <h2 id="options">Options</h2>
    ${codeTable(
      ['Option', 'For', 'Unless named'],
      [
        ['--forward-to', 'where your receiver listens; a port will do', '–'],
        [
          '--api-key',
          'a key of the sandbox app',
          '`SONAQOR_API_KEY`, where no other process sees it',
        ],
        ['--base-url', 'where your Sonaqor is', '`SONAQOR_URL`'],
        ['--events', 'some types alone, with commas between them', 'all of them'],
      ],
    )}
    ${p('What is said of messages is printed apart from what went wrong, so that `> messages.txt` keeps the messages alone. Colours are for terminals, and not where `NO_COLOR` is set. It ends with 0 on Ctrl-C, with 1 where it was refused, and with 2 where it was called wrongly.')}
    <h2 id="scopes">What the key needs</h2>
    ${codeTable(
      ['Scope', 'For'],
      [
        ['webhooks:read', 'the inbox'],
        [
          'customers:read',
          'the bodies: without it they are held back, and `listen` ends at once and says so, for what is not as it was sent does not verify',
        ],
        [
          'webhooks:write',
          'opening the inbox, showing the secret, and keeping there how your receiver answered; without it an open inbox is listened to all the same',
        ],
      ],
    )}
    ${p('Nobody without `customers:read` sees the values of bodies, in the sandbox neither: what stands there may be a copy of real data. A Developer does not hold it; an owner or admin can issue a key that does, for the sandbox alone. A message whose type takes a scope that the key lacks (`keys:read` for `keys.issued`) is withheld, too: it is printed as such, and the others go on.')}
    <h2 id="sent">As it was sent</h2>
    ${p('Headers and bytes are those of the delivery, so that its signature verifies on your machine for five minutes, as it will on your servers. Messages come one after another, in the order of the inbox. Where the network fails it goes on from where it stood: while it runs none is lost, and none is sent twice. Redirects are not followed, and an answer has 30 seconds.')}
    <p>
      The inbox has taken a message by then, so your receiver’s answer brings no other attempt. To
      try retries out, have the inbox itself answer with 500, in the
      <a href="/webhooks">dashboard</a> or by
      <a href="/docs/api/webhookInbox#webhookInbox.update">webhookInbox.update</a>: each attempt is
      a message then, with the same <code>webhook-id</code>.
    </p>
    ${p(`The inbox keeps what it received for ${inboxDays} days, the last ${inboxMessagesMax} messages, with how your receiver did.`)}
    <p>
      How a receiver is written stands in <a href="/docs/webhooks">Receive webhooks</a>, what a
      signature is in <a href="/docs/quick-starts/webhooks">Verify a webhook</a>.
    </p>`,
})
