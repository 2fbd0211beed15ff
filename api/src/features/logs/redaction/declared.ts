/**
 * What an endpoint says that it takes. Only that is stored of a request: in a field that nobody
 * declared, a misspelt `nmae` say, may stand whatever the right one would have been redacted for.
 */
import { z } from 'zod'

export interface Declared {
  /** Whether a text, number or truth value may stand here. */
  readonly isValue: boolean
  /** What is taken in and never shown again, with all below it, under whatever names. */
  readonly isSecret: boolean
  readonly fields: ReadonlyMap<string, Declared>
  /** Of the elements of a list, where it may be one. */
  readonly items: Declared | null
  /** Of fields whose names the caller chooses. */
  readonly others: Declared | null
}

export const nothingDeclared: Declared = {
  isValue: false,
  isSecret: false,
  fields: new Map(),
  items: null,
  others: null,
}

const known = new WeakMap<z.ZodType, Declared>()

/** What a schema declares; it is asked for at each request, and worked out once. */
export function declaredBy(schema: z.ZodType | undefined): Declared {
  if (!schema) return nothingDeclared
  const answer = known.get(schema) ?? workedOut(schema)
  known.set(schema, answer)
  return answer
}

interface Json {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Json>>
  readonly type?: string | readonly string[]
  readonly writeOnly?: boolean
  readonly enum?: unknown
  readonly const?: unknown
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly allOf?: readonly Json[]
  readonly items?: Json
  readonly properties?: Readonly<Record<string, Json>>
  readonly additionalProperties?: boolean | Json
}

function workedOut(schema: z.ZodType): Declared {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return declaredIn(root, root.$defs ?? {}, [])
}

function declaredIn(json: Json, shapes: Readonly<Record<string, Json>>, above: Json[]): Declared {
  // A shape that holds itself is told as deep as it is written down.
  if (above.includes(json)) return nothingDeclared
  const inside = (inner: Json) => declaredIn(inner, shapes, [...above, json])
  const named = json.$ref && shapes[json.$ref.split('/').at(-1) ?? '']
  const choices = [...(json.anyOf ?? []), ...(json.oneOf ?? []), ...(json.allOf ?? [])]
  const { properties = {}, additionalProperties: more, items } = json
  const own: Declared = {
    isValue: isValue(json),
    isSecret: json.writeOnly === true,
    fields: new Map(Object.entries(properties).map(([name, inner]) => [name, inside(inner)])),
    items: items ? inside(items) : null,
    others: typeof more === 'object' ? inside(more) : null,
  }
  return [...(named ? [named] : []), ...choices].map(inside).reduce(either, own)
}

function isValue({ type = [], enum: few, const: one }: Json): boolean {
  if (few !== undefined || one !== undefined) return true
  return [type].flat().some((name) => !['object', 'array', 'null'].includes(name))
}

function either(one: Declared, other: Declared): Declared {
  const fields = new Map(one.fields)
  for (const [name, inner] of other.fields) {
    const here = fields.get(name)
    fields.set(name, here ? either(here, inner) : inner)
  }
  return {
    isValue: one.isValue || other.isValue,
    isSecret: one.isSecret || other.isSecret,
    fields,
    items: one.items && other.items ? either(one.items, other.items) : (one.items ?? other.items),
    others:
      one.others && other.others ? either(one.others, other.others) : (one.others ?? other.others),
  }
}
