import {
  isStaffScope,
  scopeTable,
  type Access,
  type Endpoint,
  type Scope,
  type StaffScope,
} from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import { exampleOf } from './example.ts'
import { code, prose, table } from './layout.ts'
import { fieldsOf, nameOf, typeOf, type Field, type Schema, type Schemas } from './schema.ts'

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

/** An operation as the OpenAPI document describes it. */
export interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>
}

/** One operation: who may, what it takes, what it answers, with an example of each. */
export function operationSection(
  operation: Operation,
  { method, path, options }: Endpoint,
  schemas: Schemas,
): Html {
  const { operationId, parameters = [], responses } = operation
  const body = jsonOf(operation.requestBody)
  const [status = '204', success] =
    Object.entries(responses).find(([code_]) => code_.startsWith('2')) ?? []
  const reply = jsonOf(success)
  return html`<section id="${operationId}">
    <h2><a href="#${operationId}">${options.summary}</a></h2>
    <p class="address">
      <b class="method ${method.toLowerCase()}">${method}</b> <code>/v1${path}</code>
    </p>
    ${options.description && html`<p>${prose(options.description)}</p>`}
    <p class="access">
      ${accessLine(options.access)}${options.only && onlyLines[options.only]}${options.embeddable && embedLine(options.secret)}
    </p>
    ${parameters.length > 0 && parameterList(parameters)}
    ${
      body &&
      html`<h3>Body</h3>
        ${shapes(body, schemas)}`
    }
    ${code(curlOf(method, path, body && exampleOf(body, schemas)), 'Example')}
    <h3>Answer <code>${status}</code></h3>
    ${reply ? shapes(reply, schemas) : noShape(options.streams)}
    ${reply && code(JSON.stringify(exampleOf(reply, schemas), null, 2), 'Example answer')}
    <details>
      <summary>Refusals</summary>
      ${refusals(responses)}
    </details>
  </section>`
}

const noShape = (streams?: readonly string[]): Html =>
  streams
    ? html`<p>A file, sent while it is read, as <code>${streams.join(' or ')}</code>.</p>`
    : html`<p>No content.</p>`

const embedLine = (secret = false): string =>
  secret
    ? ' With an embed session, only our own frame may call it: the answer shows a secret.'
    : " A partner's page may call it from its own origin with an embed session."

const accessLines: Readonly<Record<Exclude<Access, Scope | StaffScope>, string>> = {
  public: 'Anybody may call it.',
  member: 'Any signed-in member may call it.',
  embed: 'For a partner’s page, with the token of its embed session.',
  staff: 'For module teams, with the token of their module.',
  'staff-session': 'For Sonaqor’s own staff.',
}

const onlyLines = {
  member: ' Only a signed-in member may call it, and no API key.',
  key: ' Only an API key may call it: what it does belongs to the app of the key.',
}

function accessLine(access: Access): Html {
  if (isStaffScope(access)) return html`${accessLines['staff-session']}`
  return access in scopeTable
    ? html`Needs the scope <a href="/docs/scopes"><code>${access}</code></a
        >.`
    : html`${accessLines[access as Exclude<Access, Scope | StaffScope>]}`
}

const jsonOf = (part: Content | undefined): Schema | undefined =>
  part?.content?.['application/json']?.schema

function parameterList(parameters: readonly Parameter[]): Html {
  const fields = parameters.map(({ name, in: place, required, description = '', schema }) => ({
    path: name,
    type: typeOf(schema),
    required,
    description: place === 'query' ? description : `${description} In the ${place}.`.trim(),
    fallback: schema.default,
  }))
  return html`<h3>Parameters</h3>
    ${fieldList(fields)}`
}

/** The fields of the shape, or of each of the shapes that are accepted in its place. */
function shapes(schema: Schema, schemas: Schemas): readonly Html[] {
  return (schema.anyOf ?? [schema]).map((shape, index) => {
    const title = [index > 0 ? 'or' : '', shape.$ref ? nameOf(shape.$ref) : ''].join(' ').trim()
    return html`${title && html`<p class="shape">${title}</p>`}
    ${fieldList(fieldsOf(shape, schemas))}`
  })
}

function fieldList(fields: readonly Field[]): Html {
  return html`<dl class="fields">
    ${fields.map(
      ({ path, type, required, description, fallback }) =>
        html`<div>
          <dt>
            <code>${path}</code> <span>${type}</span> ${!required && html`<small>optional</small>`}
          </dt>
          <dd>${prose(description)}${fallback !== undefined && defaultLine(fallback)}</dd>
        </div>`,
    )}
  </dl>`
}

const defaultLine = (value: unknown): Html => html` Default: <code>${JSON.stringify(value)}</code>`

function curlOf(method: string, path: string, body: unknown): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$SONAQOR_URL/v1${path}"`,
    `  -H "Authorization: Bearer $SONAQOR_KEY"`,
    ...(body === undefined
      ? []
      : [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(body, null, 2)}'`]),
  ]
  return lines.join(' \\\n')
}

function refusals(responses: Operation['responses']): Html {
  const rows = Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .map(([status, { description }]) => {
      const [title = '', address = ''] = description.split(/ \(|\)$/)
      return [html`<code>${status}</code>`, html`<a href="${address}">${title}</a>`]
    })
  return table(['Status', 'Meaning'], rows)
}
