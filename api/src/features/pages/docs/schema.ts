/** Reads the JSON Schema of the OpenAPI document: what the docs show as tables and as examples. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly format?: string
  readonly pattern?: string
  readonly const?: unknown
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  /** Of which a field of each tells which it is. */
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

export type Schemas = Readonly<Record<string, Schema>>

/** The name behind a reference: `Key` of `#/components/schemas/Key`. */
export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** The name of a shape that has one. */
export const shapeOf = ({ $ref }: Schema): string => ($ref ? nameOf($ref) : '')

/** The schema itself, where it stands by reference. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  if (!schema.$ref) return schema
  const { $ref, ...beside } = schema
  return { ...schemas[nameOf($ref)], ...beside }
}

/** The shapes that are accepted in one place, where there are several. */
export const optionsOf = ({ anyOf, oneOf }: Schema): readonly Schema[] | undefined => anyOf ?? oneOf

/** A type in a few words: `string (uuid)`, `list of Key`, `integer from 1 to 60`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return typeOfEnum(schema.enum)
  const options = optionsOf(schema)
  if (options) return [...new Set(options.map(typeOf))].join(' or ')
  if (schema.type === 'array') return listOf(schema)
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
    return `object of ${typeOf(schema.additionalProperties)}`
  }
  return (schema.type ?? 'any value') + boundsOf(schema)
}

const toldAtOnce = 6

/** So many that they would bury the type are listed beside it. */
const typeOfEnum = (values: readonly unknown[]): string =>
  values.length > toldAtOnce
    ? `one of ${values.length}`
    : values.map((value) => JSON.stringify(value)).join(' | ')

/** What may be chosen, where the type does not list it. */
export function choicesOf(schema: Schema): readonly unknown[] {
  const { enum: values = [], items } = schema
  if (values.length > toldAtOnce) return values
  return items ? choicesOf(items) : (optionsOf(schema) ?? []).flatMap(choicesOf)
}

function listOf({ items = {}, minItems, maxItems }: Schema): string {
  return `list of ${typeOf(items)}${boundedBy('', minItems, maxItems)}`
}

function boundsOf({ type, format, minimum, maximum, minLength, maxLength }: Schema): string {
  if (format) return ` (${format})`
  if (type === 'string') return boundedBy(' characters', minLength, maxLength)
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? ` from ${minimum}` : ''
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? ` to ${maximum}` : ''
  return low + high
}

/** `, 1 to 80 characters`; an empty lower bound is none. */
function boundedBy(what: string, least = 0, most?: number): string {
  if (most === undefined) return least > 0 ? `, at least ${least}${what}` : ''
  if (least === most) return `, ${most}${what}`
  return least > 0 ? `, ${least} to ${most}${what}` : `, at most ${most}${what}`
}

export interface Field {
  /** With the names that lead to it: `lines[].unitPrice`. */
  readonly path: string
  readonly type: string
  readonly required: boolean
  readonly description: string
  /** What it is when it is left out. */
  readonly fallback: unknown
  readonly schema: Schema
  /** The name of the shape that it stands in. */
  readonly shape?: string
}

/** Every field of a shape in reading order, those of inner objects behind their parent. */
export function fieldsOf(schema: Schema, schemas: Schemas, before = ''): readonly Field[] {
  const { properties = {}, required = [] } = resolve(schema, schemas)
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = before + name
    const field: Field = {
      path,
      type: typeOf(property),
      required: required.includes(name),
      description: resolve(property, schemas).description ?? '',
      fallback: property.default,
      schema: property,
      shape: shapeOf(schema),
    }
    return [[field], innerFields(property, schemas, path)].flat()
  })
}

function innerFields(schema: Schema, schemas: Schemas, path: string): readonly Field[] {
  const own = resolve(schema, schemas)
  if (own.type === 'array' && own.items) return innerFields(own.items, schemas, `${path}[]`)
  const options = optionsOf(own)
  if (options) return options.flatMap((option) => innerFields(option, schemas, path))
  return own.properties ? fieldsOf(schema, schemas, `${path}.`) : []
}
