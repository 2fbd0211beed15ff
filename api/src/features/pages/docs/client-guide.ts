/** How partners' programs call the API. Its code is that of the README which comes with the client. */
import { readFileSync } from 'node:fs'
import { html, type Html } from '../html.ts'
import { code, table, type DocsPage } from './layout.ts'
import { p } from './embedding/page.ts'
import { keyPlaceholder } from './samples/call.ts'

const readme = new URL('../../../../client/README.md', import.meta.url)

/** The first example under each heading of the README; a test compiles and runs all of them. */
function examplesIn(text: string): ReadonlyMap<string, string> {
  const sections = text.split(/^#+ /m).map((section): [string, string] => {
    const [, example = ''] = /^```ts\n([^]*?)^```$/m.exec(section) ?? []
    return [section.slice(0, section.indexOf('\n')), example.trimEnd()]
  })
  return new Map(sections)
}

/** For the Sonaqor at `url`, whose newest client is this file. */
export function clientGuide(url: string, file: string): DocsPage {
  const examples = examplesIn(readFileSync(readme, 'utf8'))
  const example = (heading: string, label: string): Html => code(examples.get(heading) ?? '', label)
  return {
    path: '/docs/client',
    title: 'Client for TypeScript',
    lead: 'Every operation that an API key may call, typed, sent again where that helps, and done once.',
    content: html`${code(`npm install ${url}/client/${file}`, 'Install')}
      ${p('It runs where there is a `fetch`: Node from 20 on, Deno, Bun and workers, as an ES module and as CommonJS, and needs no other package. The address stands for this content and for no other; your lock file has it.')}
      ${code(`SONAQOR_URL=${url}\nSONAQOR_API_KEY=${keyPlaceholder}`, 'Environment')}
      ${example('@sonaqor/client', 'Send a transaction')}
      ${p('Areas, verbs and fields are those of this reference: `POST /v1/keys` is `sonaqor.keys.issue({ body })`, `{id}` of a path goes into `params`, and what follows a `?` into `query`.')}
      <h2 id="retries">Done once</h2>
      ${p('What fails on its way is sent again, three times unless you say otherwise: without an answer, and on 408, 425, 429, 500, 502, 503 and 504, as long after as `Retry-After` says. All attempts of a write carry one idempotency key. What takes none and could be done twice is sent again after 425 and 429 alone.')}
      ${table(
        ['Option', 'For', 'Unless named'],
        [
          [html`<code>timeoutMs</code>`, 'each attempt', '30 000'],
          [html`<code>totalTimeoutMs</code>`, 'all attempts and the time between them', '120 000'],
          [html`<code>retries</code>`, 'how many attempts may follow the first', '3'],
          [html`<code>signal</code>`, 'an end by you, at whichever attempt it is', '–'],
          [
            html`<code>idempotencyKey</code>`,
            'a write that another process may repeat',
            'a new one',
          ],
          [html`<code>ifMatch</code>`, 'the revision that you saw', '–'],
        ],
      )}
      ${p('They are the second argument of a call; the first three may be given to the client as well.')}
      ${example('Done once', 'A key for each app, once')}
      <h2 id="lists">Lists</h2>
      ${p('`all` reads to the end. Rows that come in meanwhile neither hide one nor bring one twice.')}
      ${example('Lists', 'Row by row, and page by page')}
      <h2 id="answers">What comes with an answer</h2>
      ${p('`answer` gives status, headers, the request id, quotas and the number of attempts beside the data.')}
      ${example('What comes with an answer', 'Quotas, request id, attempts')}
      <h2 id="refusals">Refusals</h2>
      <p>
        A refusal is a <code>ProblemError</code> with a <code>code</code> of
        <a href="/docs/problems">this list</a>. Where no whole answer came it is a
        <code>ConnectionError</code>, or a <code>TimeoutError</code>, which is one, too.
      </p>
      ${example('Refusals', 'Tell refusals and faults of the way apart')}
      <h2 id="files">Files</h2>
      ${p('What answers with a file gives you the `Response`, unread.')}
      ${example('Files', 'Read a file as it comes')}
      <h2 id="webhooks">Webhooks</h2>
      <p>
        <code>verifyWebhook</code> of <code>@sonaqor/client/webhooks</code> verifies
        <a href="/docs/webhooks">webhooks</a>, and <a href="/docs/listen">listen</a> forwards those
        of a sandbox app to your machine.
      </p>
      <h2 id="versions">Versions</h2>
      <p>
        Each release sends the <a href="/docs/api-versions">day of the API</a> that its types are
        of, so that what they say is what comes, whatever your app speaks else.
      </p>`,
  }
}
