import { refusalsOf, problems, type Endpoint } from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import { exampleOf } from './example.ts'
import { parameterList, shapes, type Parameter } from './fields.ts'
import { code, prose, table } from './layout.ts'
import { callOf, takesKeys } from './request.ts'
import { samples } from './samples/index.ts'
import type { Schema, Schemas } from './schema.ts'
import { terms } from './terms.ts'
import { tryForm } from './try-form.ts'

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

/** An operation as the OpenAPI document describes it. */
export interface Operation {
  readonly operationId: string
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>
}

/** Where the product is, and whether a script is there that can send what a form holds. */
export interface Place {
  readonly url: string
  readonly hasScript: boolean
  readonly schemas: Schemas
}

/** One operation: what it is for, who may, what it takes and answers, beside samples and a form to try it. */
export function operationSection(operation: Operation, endpoint: Endpoint, place: Place): Html {
  const { operationId, parameters = [], responses, security } = operation
  const { method, path, options } = endpoint
  const { schemas } = place
  const body = jsonOf(operation.requestBody)
  const [status = '204', success] =
    Object.entries(responses).find(([code_]) => code_.startsWith('2')) ?? []
  const reply = jsonOf(success)
  const call = callOf({ url: place.url, endpoint, security, parameters, body, schemas })
  const mayBeTried = place.hasScript && takesKeys(security) && !options.streams
  return html`<section id="${operationId}" class="operation">
    <div class="head">
      <h2><a href="#${operationId}">${options.summary}</a></h2>
      <p class="address">
        <b class="method ${method.toLowerCase()}">${method}</b> <code>/v1${path}</code>
      </p>
      ${options.description && html`<p>${prose(options.description)}</p>`} ${calledWith(security)}
      ${terms(options)}
    </div>
    <div class="shows">
      ${samples(operationId, call)}
      ${mayBeTried && tryForm({ id: operationId, endpoint, parameters, body: call.body, schemas })}
      ${reply && code(JSON.stringify(exampleOf(reply, schemas), null, 2), 'Answer')}
    </div>
    <div class="body">
      ${parameters.length > 0 && parameterList(parameters, schemas)}
      ${
        body &&
        html`<h3>Body</h3>
          ${shapes(body, schemas)}`
      }
      <h3>Answer <code>${status}</code></h3>
      ${reply ? shapes(reply, schemas) : noShape(options.streams)}
      <details>
        <summary>Refusals<span class="unseen"> of ${operationId}</span></summary>
        ${refusals(endpoint)}
      </details>
    </div>
  </section>`
}

/** Whoever holds the wrong credential sees it before they try. */
const calledWith = (security: Operation['security']): Html | false => {
  const ofMember = html`the <a href="/docs#sessions">session of a member</a>`
  const isOfMember = security.some((scheme) => 'session' in scheme)
  if (!takesKeys(security)) {
    return isOfMember && html`<p class="caller">Takes ${ofMember}; no API key may call it.</p>`
  }
  return html`<p class="caller">Takes an API key${isOfMember && html` or ${ofMember}`}.</p>`
}

const noShape = (streams?: readonly string[]): Html =>
  streams
    ? html`<p>A file, sent while it is read, as <code>${streams.join(' or ')}</code>.</p>`
    : html`<p>No content.</p>`

const jsonOf = (part: Content | undefined): Schema | undefined =>
  part?.content?.['application/json']?.schema

/** Each leads to its page, with cause and fix. */
function refusals(endpoint: Endpoint): Html {
  const codes = [
    ...refusalsOf(endpoint),
    ...(endpoint.options.idempotent ? (['idempotency-mismatch'] as const) : []),
  ].toSorted((one, other) => problems[one].status - problems[other].status)
  return table(
    ['Status', 'Code', 'Meaning'],
    codes.map((name) => [
      html`<code>${problems[name].status}</code>`,
      html`<a href="/docs/problems/${name}"><code>${name}</code></a>`,
      problems[name].title,
    ]),
  )
}
