/** JSON Schema, as our OpenAPI document has it, as values that satisfy it. */
import * as fc from 'fast-check'

export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly contentEncoding?: string
}

export interface Known {
  /** Shapes that stand under a name in the document. */
  readonly components: Readonly<Record<string, Schema>>
  /** Ids of things that are there, so that not every request ends at a 404. */
  readonly ids: readonly string[]
}

/** Long enough to meet bounds, short enough to make thousands. */
const itemsMax = 4
const lettersMax = 40

export function fromSchema(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  if (schema.$ref) return fromSchema(named(schema.$ref, known), known)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => fromSchema(one, known)))
  const make = makers[schema.type ?? 'anything']
  if (!make) throw new Error(`the fuzz does not know the type ${schema.type}`)
  return make(schema, known)
}

function named(ref: string, { components }: Known): Schema {
  const schema = components[ref.replace('#/components/schemas/', '')]
  if (!schema) throw new Error(`${ref} leads nowhere in the document`)
  return schema
}

type Make = (schema: Schema, known: Known) => fc.Arbitrary<unknown>

const makers: Readonly<Record<string, Make>> = {
  anything: () => fc.jsonValue({ maxDepth: 2 }),
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -1000, maximum = 1000 }) => fc.integer({ min: minimum, max: maximum }),
  number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
  string: text,
  array: ({ items = {}, minItems = 0, maxItems = itemsMax }, known) =>
    fc.array(fromSchema(items, known), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, itemsMax)),
    }),
  object: record,
}

const formats: Readonly<Record<string, Make>> = {
  uuid: (_, { ids }) => fc.oneof(fc.constantFrom(...ids), fc.uuid()),
  email: () => fc.stringMatching(/^[a-z]{1,12}@[a-z]{1,12}\.[a-z]{2,6}$/),
  'date-time': () => moment().map((date) => date.toISOString()),
  date: () => moment().map((date) => date.toISOString().slice(0, 10)),
  ipv4: () => fc.ipV4(),
  ipv6: () => fc.ipV6(),
}

const moment = () =>
  fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })

function text(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { format, pattern, contentEncoding, minLength = 0, maxLength = lettersMax } = schema
  const make = formats[format ?? '']
  if (make) return make(schema, known)
  if (contentEncoding === 'base64') return fc.base64String({ maxLength: lettersMax })
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, lettersMax)),
  })
}

function record(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  if (typeof additionalProperties === 'object' && Object.keys(properties).length === 0) {
    const name = fromSchema(propertyNames ?? { type: 'string' }, known).map(String)
    return fc.dictionary(name, fromSchema(additionalProperties, known), { maxKeys: itemsMax })
  }
  return fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, fromSchema(inner, known)]),
    ),
    { requiredKeys: [...required] },
  )
}
