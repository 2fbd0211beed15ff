/** What a change of one JSON Schema breaks, seen from the side of who sends it or who receives it. */
import { boundBreaks } from './bound-compatibility.ts'

export type Side = 'sent' | 'received'

export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

interface Document {
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
}

export interface Comparison {
  readonly side: Side
  readonly place: string
  readonly before: Document
  readonly after: Document
}

/**
 * Each shape that was sent must still fit one that is taken; each shape that is now received must
 * fit one that was. Where there is one shape on both sides, what differs in it is told.
 */
export function schemaBreaks(at: Comparison, before: JsonSchema, after: JsonSchema): string[] {
  if (before.$ref !== undefined && before.$ref === after.$ref && isSame(at, before.$ref)) return []
  const old = shapesOf(before, at.before)
  const young = shapesOf(after, at.after)
  const [onlyOld, onlyYoung] = [old[0], young[0]]
  if (old.length === 1 && young.length === 1 && onlyOld && onlyYoung) {
    return shapeBreaks(at, onlyOld, onlyYoung)
  }
  const fits = (was: JsonSchema, is: JsonSchema) => shapeBreaks(at, was, is).length === 0
  return at.side === 'sent'
    ? old
        .filter((was) => !young.some((is) => fits(was, is)))
        .map((was) => `${at.place} no longer takes ${nameOf(was)}`)
    : young
        .filter((is) => !old.some((was) => fits(was, is)))
        .map((is) => `${at.place} may now be ${nameOf(is)}`)
}

/** A shape that holds itself is compared once, where both documents say the same of it. */
function isSame({ before, after }: Comparison, ref: string): boolean {
  return (
    JSON.stringify(resolve(ref, before)) === JSON.stringify(resolve(ref, after)) &&
    !JSON.stringify(resolve(ref, before)).includes('"$ref"')
  )
}

function resolve(ref: string, { components }: Document): JsonSchema {
  return components?.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}
}

function shapesOf(schema: JsonSchema, document: Document): JsonSchema[] {
  if (schema.$ref) return shapesOf(resolve(schema.$ref, document), document)
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => shapesOf(branch, document))
  if (Array.isArray(schema.type)) {
    return (schema.type as string[]).map((type) => Object.assign({}, schema, { type }))
  }
  return [schema]
}

const nameOf = ({ type, enum: values, const: value }: JsonSchema) =>
  JSON.stringify(value ?? values ?? type ?? 'anything')

function shapeBreaks(at: Comparison, before: JsonSchema, after: JsonSchema): string[] {
  const type = typeBreaks(at, before, after)
  if (type.length > 0) return type
  return [
    ...valueBreaks(at, before, after),
    ...boundBreaks(at, before, after),
    ...propertyBreaks(at, before, after),
    ...(before.items || after.items
      ? schemaBreaks({ ...at, place: `${at.place}[]` }, before.items ?? {}, after.items ?? {})
      : []),
  ]
}

function typeBreaks({ side, place }: Comparison, before: JsonSchema, after: JsonSchema): string[] {
  const [free, bound] = side === 'sent' ? [after.type, before.type] : [before.type, after.type]
  if (free === undefined || free === bound || (free === 'number' && bound === 'integer')) return []
  return [`${place} is ${nameOf(after)} instead of ${nameOf(before)}`]
}

const valuesOf = ({ const: value, enum: values }: JsonSchema) =>
  value === undefined ? values : [value]

/** Callers pass over a value that they do not know, so an answer may have new ones. */
function valueBreaks({ side, place }: Comparison, before: JsonSchema, after: JsonSchema): string[] {
  const [old, young] = [valuesOf(before), valuesOf(after)]
  if (side === 'received') {
    return old && !young ? [`${place} is no longer one of a few values`] : []
  }
  if (!young) return []
  if (!old) return [`${place} now takes a few values alone`]
  return old
    .filter((value) => !young.includes(value))
    .map((value) => `${place} no longer takes ${JSON.stringify(value)}`)
}

function propertyBreaks(at: Comparison, before: JsonSchema, after: JsonSchema): string[] {
  const { side, place } = at
  const young = after.properties ?? {}
  const isClosed = after.additionalProperties === false
  const known = Object.entries(before.properties ?? {}).flatMap(([name, schema]) => {
    const now = young[name]
    if (now) return schemaBreaks({ ...at, place: `${place}.${name}` }, schema, now)
    if (side === 'received') return [`${place}.${name} is gone`]
    return isClosed ? [`${place}.${name} is no longer taken`] : []
  })
  return [...known, ...requiredBreaks(at, before, after), ...otherBreaks(at, before, after)]
}

function requiredBreaks(
  { side, place }: Comparison,
  before: JsonSchema,
  after: JsonSchema,
): string[] {
  const [old, young] = [before.required ?? [], after.required ?? []]
  if (side === 'sent') {
    return young
      .filter((name) => !old.includes(name))
      .map((name) => `${place}.${name} is now required`)
  }
  return old
    .filter((name) => !young.includes(name) && after.properties?.[name])
    .map((name) => `${place}.${name} may now be missing`)
}

/** Names that no property spells out: all, none, or those of one shape. */
function otherBreaks(at: Comparison, before: JsonSchema, after: JsonSchema): string[] {
  const [old, young] = [before.additionalProperties, after.additionalProperties]
  const inner = { ...at, place: `${at.place}.*` }
  const values = typeof old === 'object' && typeof young === 'object'
  const names = at.side === 'sent' && after.propertyNames
  return [
    ...(at.side === 'sent' && old !== false && young === false
      ? [`${at.place} no longer takes other names`]
      : []),
    ...(values ? schemaBreaks(inner, old, young) : []),
    ...(names ? schemaBreaks(inner, before.propertyNames ?? {}, after.propertyNames ?? {}) : []),
  ]
}
