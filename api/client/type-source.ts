/** A JSON Schema as a type of TypeScript, with what it says of itself as comments. */

export interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
}

/** What is asked may be a list that nobody may change, and what is left out may be said to be nothing. */
export type Side = 'asked' | 'answered'

export interface Printed {
  readonly side: Side
  /** Told of each name that the type needs. */
  readonly needs: (name: string) => void
}

export function typeOf(schema: Schema, printed: Printed): string {
  const { $ref, anyOf, oneOf, allOf } = schema
  const options = anyOf ?? oneOf
  if ($ref !== undefined) return named($ref, printed)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (options) return together(options, ' | ', printed)
  if (allOf) return together(allOf, ' & ', printed)
  const types = [schema.type ?? []].flat()
  return types.map((type) => typeNamed(type, schema, printed)).join(' | ') || 'unknown'
}

function typeNamed(type: string, schema: Schema, printed: Printed): string {
  if (type === 'object') return objectOf(schema, printed)
  if (type === 'array') return arrayOf(schema, printed)
  return type === 'integer' ? 'number' : type
}

const together = (options: readonly Schema[], by: ' | ' | ' & ', printed: Printed) =>
  [...new Set(options.map((option) => typeOf(option, printed)))]
    .map((type) => (by === ' & ' && type.includes(' | ') ? `(${type})` : type))
    .join(by)

function named(ref: string, { needs }: Printed): string {
  const name = ref.replace(/^.*\//, '')
  needs(name)
  return name
}

function arrayOf({ items, prefixItems }: Schema, printed: Printed): string {
  const isAsked = printed.side === 'asked'
  if (prefixItems) {
    const types = prefixItems.map((item) => typeOf(item, printed)).join(', ')
    return isAsked ? `readonly [${types}]` : `[${types}]`
  }
  const item = typeOf(items ?? {}, printed)
  return isAsked ? `ReadonlyArray<${item}>` : `Array<${item}>`
}

function objectOf(schema: Schema, printed: Printed): string {
  const { properties, additionalProperties } = schema
  if (!properties) {
    const values =
      typeof additionalProperties === 'object' ? typeOf(additionalProperties, printed) : 'unknown'
    return `Record<string, ${values}>`
  }
  const lines = fieldsOf(schema, printed)
  return lines === '' ? '{}' : `{\n${indented(lines)}\n}`
}

/** The fields of an object, a line or more for each. */
export function fieldsOf({ properties = {}, required = [] }: Schema, printed: Printed): string {
  return Object.entries(properties)
    .map(([name, property]) => {
      const isRequired = required.includes(name)
      const nothing = !isRequired && printed.side === 'asked' ? ' | undefined' : ''
      const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
      const type = typeOf(property, printed)
      return `${comment(property.description)}${key}${isRequired ? '' : '?'}: ${type}${nothing}`
    })
    .join('\n')
}

/** A comment that no word in it can end. */
export const comment = (words: string | undefined): string =>
  words === undefined ? '' : `/** ${words.replaceAll('*/', '*\\/').replaceAll('\n', ' ')} */\n`

export const indented = (lines: string): string => lines.replaceAll(/^(?=.)/gm, '  ')
