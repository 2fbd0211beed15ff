/** What goes into an operation and what comes out of it, field by field. */
import { html, type Html } from '../html.ts'
import { tellingExample } from './example.ts'
import { prose } from './layout.ts'
import {
  choicesOf,
  fieldsOf,
  optionsOf,
  shapeOf,
  typeOf,
  type Field,
  type Schema,
  type Schemas,
} from './schema.ts'

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

export function parameterList(parameters: readonly Parameter[], schemas: Schemas): Html {
  const fields = parameters.map(({ name, in: place, required, description = '', schema }) => ({
    path: name,
    type: typeOf(schema),
    required,
    description: place === 'query' ? description : `${description} In the ${place}.`.trim(),
    fallback: schema.default,
    schema,
  }))
  return html`<h3>Parameters</h3>
    ${fieldList(fields, schemas)}`
}

/**
 * The fields of the shape, or of each of the shapes that are accepted in its place. Those with a name come
 * first: a list of them says no more than that they are in it.
 */
export function shapes(schema: Schema, schemas: Schemas): readonly Html[] {
  const options = optionsOf(schema) ?? [schema]
  const named = options.filter(({ $ref }) => $ref)
  const told = new Set(named.map(shapeOf))
  const ordered = [...named, ...options.filter(({ $ref }) => !$ref)]
  return ordered.map((shape, index) => {
    const all = fieldsOf(shape, schemas)
    const list = shape.$ref
      ? undefined
      : all.find(({ schema: { items = {} } }) => told.has(shapeOf(items)))
    const fields = all.filter(({ path }) => !list || !path.startsWith(`${list.path}[].`))
    const title = [index > 0 ? 'or' : '', shapeOf(shape) || (list ? 'many of them' : '')]
      .join(' ')
      .trim()
    return html`${title && html`<p class="shape">${title}</p>`}
    ${fields.length > 0 ? fieldList(fields, schemas) : html`<p class="shape">${typeOf(shape)}</p>`}`
  })
}

function fieldList(fields: readonly Field[], schemas: Schemas): Html {
  return html`<dl class="fields">
    ${fields.map(
      ({ path, type, required, description, fallback, schema, shape }) =>
        html`<div>
          <dt>
            <code>${path}</code> <span>${type}</span>
            ${!required && html`<small>optional</small>`}
          </dt>
          <dd>
            ${prose(description)}${fallback !== undefined && defaultLine(fallback)}${exampleLine(tellingExample({ schema, path, shape }, schemas))}${choices(choicesOf(schema))}
          </dd>
        </div>`,
    )}
  </dl>`
}

const choices = (values: readonly unknown[]): Html | undefined =>
  values.length === 0
    ? undefined
    : html`<details>
        <summary>Which</summary>
        ${values.map((value) => html`<code>${String(value)}</code> `)}
      </details>`

const defaultLine = (value: unknown): Html => html` Default: <code>${JSON.stringify(value)}</code>`

const exampleLine = (value: string | undefined): Html | undefined =>
  value === undefined
    ? undefined
    : html` <span class="example">Example: <code>${JSON.stringify(value)}</code></span>`
