import type { OfferedName } from '@sonaqor/contract/webhook-catalogue'
import { html, type Html } from '../../html.ts'
import { shapes } from '../fields.ts'
import { code, type DocsPage } from '../layout.ts'
import { resolve, type Schema, type Schemas } from '../schema.ts'

/** As the description of the API has it. */
export interface DescribedEvent {
  readonly post: {
    readonly summary: string
    readonly 'x-access': string
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': { readonly schema: Schema; readonly example: unknown }
      }
    }
  }
}

export type DescribedEvents = Readonly<Record<OfferedName, DescribedEvent>>

/** What webhooks bring: each event with what it says, what it carries, and an example. */
export function webhookEventsPage(events: DescribedEvents, schemas: Schemas): DocsPage {
  const areas = Map.groupBy(Object.entries(events), ([name]) => name.split('.')[0] ?? '')
  return {
    path: '/docs/webhook-events',
    title: 'Webhook events',
    lead: 'What may be brought to your servers, with its shape and an example of each.',
    content: html`<p>
        Each comes as <code>{ type, timestamp, data }</code>, and may say more one day. How they are
        received stands in <a href="/docs/webhooks">Receive webhooks</a>.
      </p>
      ${[...areas].map(
        ([area, some]) =>
          html`<h2 id="${area}">${area}</h2>
            ${some.map(([name, { post }]) => section(name, post, schemas))}`,
      )}`,
  }
}

function section(name: string, post: DescribedEvent['post'], schemas: Schemas): Html {
  const { schema, example } = post.requestBody.content['application/json']
  const { data = {} } = resolve(schema, schemas).properties ?? {}
  return html`<h3 id="${name}"><code>${name}</code></h3>
    <p>${post.summary} It takes <code>${post['x-access']}</code>.</p>
    <details>
      <summary>What <code>data</code> carries, and an example</summary>
      ${shapes(data, schemas)} ${code(JSON.stringify(example, null, 2), 'An example')}
    </details>`
}
