/**
 * The source of the package's `operations.ts`: every operation that an API key may call, how it is
 * sent, and what is asked and answered, as types that need nothing of the contract. It is made from
 * the description of the API, so that the client promises what the reference promises.
 */
import { openapi, type Contract, type Endpoint } from '@sonaqor/contract'
import { offeredEvents } from '@sonaqor/contract/webhook-catalogue'
import { z } from 'zod'
import type { Route } from './src/operation.ts'
import { comment, fieldsOf, indented, typeOf, type Schema, type Side } from './type-source.ts'

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly deprecated?: boolean
  readonly 'x-deprecated-since'?: string
  readonly 'x-sunset'?: string
  readonly 'x-access': string
  readonly security: readonly object[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** An operation with all that is known of it. */
interface Known {
  readonly area: string
  readonly verb: string
  readonly endpoint: Endpoint
  readonly described: Described
}

/** The operations that a key may call and that are promised, in the order of the contract. */
function operationsFor(contract: Contract): readonly Known[] {
  const { paths } = openapi(contract) as unknown as Document
  return Object.entries(contract).flatMap(([area, verbs]) =>
    Object.entries(verbs).flatMap(([verb, endpoint]) => {
      const described = paths[`/v1${endpoint.path}`]?.[endpoint.method.toLowerCase()]
      const isMeant = described?.security.some((scheme) => 'apiKey' in scheme)
      return described && isMeant && !endpoint.options.internal
        ? [{ area, verb, endpoint, described }]
        : []
    }),
  )
}

/** How each is sent, for the source and for tests. */
export function routesFor(contract: Contract): Record<string, Record<string, Route>> {
  const areas: Record<string, Record<string, Route>> = {}
  for (const { area, verb, endpoint, described } of operationsFor(contract)) {
    const { method, path, options } = endpoint
    const isRepeatable = method !== 'POST' && method !== 'PATCH'
    const answers = options.streams ? 'file' : isList(described) ? 'list' : undefined
    areas[area] = {
      ...areas[area],
      [verb]: {
        route: `${method} /v1${path}`,
        ...(isRepeatable || options.idempotent ? { isRepeatable: true } : {}),
        ...(answers ? { answers } : {}),
      },
    }
  }
  return areas
}

export function operationsSource(contract: Contract): string {
  const types = new Types(openapi(contract) as unknown as Document)
  const known = operationsFor(contract)
  const areas = [...new Set(known.map(({ area }) => area))].map((area) => {
    const verbs = known.filter((one) => one.area === area).map((one) => operationType(one, types))
    return `readonly ${area}: {\n${indented(verbs.join('\n'))}\n}`
  })
  const sonaqor = `/** Every operation that an API key may call, by area and verb. */\nexport interface Sonaqor {\n${indented(areas.join('\n'))}\n}`
  const events = eventSource(types)
  types.name('Problem', 'answered')
  return [
    "import type { List, Operation, Routes } from './operation.ts'\n",
    sonaqor,
    ...events,
    ...types.sources(),
    `export const operations: Routes = ${JSON.stringify(routesFor(contract), null, 2)}\n`,
  ].join('\n\n')
}

function operationType({ area, verb, endpoint, described }: Known, types: Types): string {
  const { summary, description } = described
  const name = `${capital(area)}${capital(verb)}`
  const request = requestType(described, types)
  const reply = endpoint.options.streams ? 'Response' : replyType(described, types)
  const kind = isList(described) ? 'List' : 'Operation'
  const asked = request === undefined ? '{}' : types.add(`${name}Request`, request)
  const answered = reply.startsWith('{') ? types.add(`${name}Reply`, reply) : reply
  const needs = `Needs the scope \`${described['x-access']}\`.`
  const words = [`${summary}.`, description, needs, endOf(described)]
  const said = comment(words.filter(Boolean).join(' '))
  return `${said}readonly ${verb}: ${kind}<${asked}, ${answered}>`
}

/** Editors strike through what is called so. */
function endOf({ deprecated, ...when }: Described): string | undefined {
  if (!deprecated) return undefined
  const { 'x-deprecated-since': since, 'x-sunset': sunset } = when
  return `@deprecated since ${since}${sunset ? `, and may be gone from ${sunset} on` : ''}`
}

/** What is said of the call, by the place where it stands; nothing where there is nothing to say. */
function requestType(described: Described, types: Types): string | undefined {
  const printed = types.printed('asked')
  const places = (['path', 'query'] as const).flatMap((place) => {
    const parameters = (described.parameters ?? []).filter((one) => one.in === place)
    if (parameters.length === 0) return []
    const properties = Object.fromEntries(
      parameters.map(({ name, schema, description }) => [
        name,
        description === undefined ? schema : { ...schema, description },
      ]),
    )
    const required = parameters.filter((one) => one.required).map(({ name }) => name)
    const optional = required.length === 0 ? '?' : ''
    const fields = fieldsOf({ properties, required }, printed)
    const nothing = optional ? ' | undefined' : ''
    const key = place === 'path' ? 'params' : place
    return [`${key}${optional}: {\n${indented(fields)}\n}${nothing}`]
  })
  const body = described.requestBody?.content['application/json']?.schema
  const fields = body ? [...places, `body: ${typeOf(body, printed)}`] : places
  return fields.length === 0 ? undefined : `{\n${indented(fields.join('\n'))}\n}`
}

function replySchema({ responses }: Described): Schema | undefined {
  const done = Object.entries(responses).find(([status]) => status.startsWith('2'))
  return done?.[1].content?.['application/json']?.schema
}

function replyType(described: Described, types: Types): string {
  const schema = replySchema(described)
  return schema ? typeOf(schema, types.printed('answered')) : 'undefined'
}

function isList(described: Described): boolean {
  const { data, page } = replySchema(described)?.properties ?? {}
  return data !== undefined && page !== undefined
}

/** What a webhook tells of. */
function eventSource(types: Types): readonly string[] {
  const lines = offeredEvents.map(({ name, data }) => `'${name}': ${types.ofShape(data)}`)
  return [
    `/** What each event carries, by its type. */\nexport interface WebhookData {\n${indented(lines.join('\n'))}\n}`,
    `/** What a webhook tells of. */\nexport type WebhookEvent = {\n  [Type in keyof WebhookData]: { type: Type; timestamp: string; data: WebhookData[Type] }\n}[keyof WebhookData]`,
  ]
}

/** The types that the operations need by name, each written once. */
class Types {
  readonly #schemas: Record<string, Schema>
  readonly #sides = new Map<string, Side>()
  readonly #added = new Map<string, string>()

  constructor({ components }: Document) {
    this.#schemas = { ...components.schemas }
  }

  printed(side: Side) {
    return { side, needs: (name: string) => this.name(name, side) }
  }

  /** What is asked as well as answered may be asked as it was answered. */
  name(name: string, side: Side) {
    if (this.#sides.get(name) === 'asked' || this.#sides.get(name) === side) return
    this.#sides.set(name, side)
    const schema = this.#schemas[name]
    if (!schema) throw new Error(`The description of the API has no ${name}.`)
    typeOf(schema, this.printed(side))
  }

  add(name: string, type: string): string {
    this.#added.set(name, type)
    return name
  }

  /** The type of a shape that no operation may have. */
  ofShape(shape: z.ZodType): string {
    const { $defs = {}, ...own } = z.toJSONSchema(shape, { unrepresentable: 'any' }) as Schema & {
      readonly id?: string
      readonly $defs?: Readonly<Record<string, Schema>>
    }
    for (const [id, schema] of Object.entries($defs)) this.#schemas[id] ??= schema
    if (own.id === undefined) return typeOf(own, this.printed('answered'))
    this.#schemas[own.id] ??= own
    return typeOf({ $ref: own.id }, this.printed('answered'))
  }

  sources(): readonly string[] {
    const named = [...this.#sides].map(
      ([name, side]) => [name, typeOf(this.#schemas[name] ?? {}, this.printed(side))] as const,
    )
    return [...named, ...this.#added]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, type]) =>
        type.startsWith('{') && type.endsWith('}') && !/^\}.+/m.test(type)
          ? `export interface ${name} ${type}`
          : `export type ${name} = ${type}`,
      )
  }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
