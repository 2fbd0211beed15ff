/** What an example request of an operation looks like, in whatever language it is written then. */
import type { Endpoint } from '@sonaqor/contract'
import { exampleOf } from './example.ts'
import type { Parameter } from './fields.ts'
import { keyPlaceholder, type Call } from './samples/index.ts'
import type { Schema, Schemas } from './schema.ts'

type Security = readonly Readonly<Record<string, unknown>>[]

export const takesKeys = (security: Security): boolean =>
  security.some((scheme) => 'apiKey' in scheme)

/** What stands behind `Bearer`, for whom the operation is made first of all. */
const credentials = [
  ['apiKey', keyPlaceholder],
  ['session', 'token_of_a_member'],
  ['embedSession', 'token_of_an_embed_session'],
  ['moduleToken', 'sqm_token_of_your_module'],
  ['staffSession', 'token_of_staff'],
] as const

export interface Asked {
  readonly url: string
  readonly endpoint: Endpoint
  readonly security: Security
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  readonly schemas: Schemas
}

export function callOf({ url, endpoint, security, parameters, body, schemas }: Asked): Call {
  const { method, path, options } = endpoint
  const example = ({ name, schema }: Parameter) => String(exampleOf(schema, schemas, name))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    return parameter ? encodeURIComponent(example(parameter)) : name
  })
  const query = parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map((one) => [one.name, example(one)])
  const [, credential] = credentials.find(([name]) => security.some((one) => name in one)) ?? []
  return {
    method,
    url: `${url}/v1${filled}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`,
    ...(credential ? { credential } : {}),
    ...(body ? { body: exampleOf(body, schemas) } : {}),
    idempotent: options.idempotent ?? false,
    answer: options.streams ? 'file' : options.reply ? 'json' : 'nothing',
  }
}
