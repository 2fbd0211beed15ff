/**
 * The form by which a reader sends an operation to the sandbox. It stands in the page as it is; the
 * script of the page gives it a key and sends it. Without one it is not shown.
 */
import type { Endpoint } from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import type { Parameter } from './fields.ts'
import { resolve, typeOf, type Schema, type Schemas } from './schema.ts'

interface Tried {
  readonly id: string
  readonly endpoint: Endpoint
  readonly parameters: readonly Parameter[]
  /** An example of the body, where it takes one. */
  readonly body: unknown
  readonly schemas: Schemas
}

export function tryForm({ id, endpoint, parameters, body, schemas }: Tried): Html {
  const { method, path, options } = endpoint
  // What few ever write stands folded, behind all that makes the request what it is.
  const headers = parameters.filter(({ in: place, required }) => place === 'header' && !required)
  const first = parameters.filter((parameter) => !headers.includes(parameter))
  return html`<details class="try" name="try" data-try="${id}">
    <summary>Try it<span class="unseen"> in the sandbox: ${options.summary}</span></summary>
    <form
      data-method="${method}"
      data-path="/v1${path}"
      data-scope="${options.access}"
      aria-label="Try ${options.summary}"
      autocomplete="off"
    >
      <div data-key-place></div>
      ${first.map((parameter) => input(id, parameter, schemas))}
      ${body !== undefined && bodyField(id, body)}
      ${
        headers.length > 0 &&
        html`<details class="headers-sent">
          <summary>Headers</summary>
          ${headers.map((parameter) => input(id, parameter, schemas))}
        </details>`
      }
      ${method !== 'GET' && html`<p class="note">${effect[method] ?? ''}</p>`}
      <button type="submit" class="send">Send <b>${method}</b></button>
    </form>
    <div data-answer-place></div>
  </details>`
}

const effect: Readonly<Record<string, string>> = {
  DELETE: 'This really deletes or ends what you name, in your sandbox.',
  POST: 'This is really done, in your sandbox.',
  PATCH: 'This really changes what you name, in your sandbox.',
  PUT: 'This really changes what you name, in your sandbox.',
}

function input(
  id: string,
  { name, in: place, required, schema }: Parameter,
  schemas: Schemas,
): Html {
  const own = resolve(schema, schemas)
  const field = `${id}-${name}`
  const shared = html`id="${field}" name="${name}" data-in="${place}" ${required && 'required'}`
  const choices = choicesOf(own)
  return html`<div class="field">
    <label for="${field}"
      ><code>${name}</code>
      <span>${typeOf(schema)}</span>${!required && html` <small>optional</small>`}</label
    >
    ${
      choices
        ? html`<select ${shared}>
            <option value="">${required ? 'Choose' : 'Leave out'}</option>
            ${choices.map((value) => html`<option>${String(value)}</option>`)}
          </select>`
        : html`<input
            type="text"
            ${shared}
            ${own.maxLength !== undefined && html`maxlength="${own.maxLength}"`}
            spellcheck="false"
            autocapitalize="off"
          />`
    }
  </div>`
}

function choicesOf({ enum: values, type, anyOf }: Schema): readonly unknown[] | undefined {
  if (values) return values
  if (type === 'boolean') return [true, false]
  return anyOf?.every((one) => one.enum ?? one.const !== undefined)
    ? anyOf.flatMap((one) => one.enum ?? [one.const])
    : undefined
}

function bodyField(id: string, body: unknown): Html {
  const text = JSON.stringify(body, null, 2)
  return html`<div class="field">
    <label for="${id}-body">Body <span>JSON</span></label>
    <textarea
      id="${id}-body"
      name="body"
      data-in="body"
      rows="${Math.min(16, text.split('\n').length + 1)}"
      spellcheck="false"
      autocapitalize="off"
      aria-describedby="${id}-fault"
    >
${text}</textarea>
    <p class="fault" id="${id}-fault" role="alert" data-fault></p>
  </div>`
}
