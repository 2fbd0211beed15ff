/**
 * On which day what callers can use of the API came: its operations, and the fields of what they send and
 * read. `generate.ts` writes what is new under the day that it is made on; what is gone, a break tells of.
 */
import type { JsonSchema } from './schema-compatibility.ts'

/** Names by the day that they came on: `keys.list`, `keys.list query limit`, `Key lastUsedIp`. */
export type Additions = Readonly<Record<string, readonly string[]>>

interface Shape extends JsonSchema {
  readonly oneOf?: readonly JsonSchema[]
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

interface Operation {
  readonly operationId: string
  readonly 'x-internal'?: boolean
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
  readonly requestBody?: Media
  readonly responses?: Readonly<Record<string, Media>>
}

/** As `openapi.ts` makes it. */
export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
}

/** All that is promised. A shape with a name of its own stands under that, whichever operation has it. */
export function namesIn({ paths = {}, components }: Described): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<string>()
  const walk = (owner: string, way: string, schema: Shape | boolean | undefined): void => {
    if (typeof schema !== 'object') return
    const shape = schema.$ref?.split('/').pop()
    if (shape !== undefined) {
      if (seen.has(shape)) return
      seen.add(shape)
      walk(shape, '', components?.schemas?.[shape])
      return
    }
    for (const [field, inner] of Object.entries(schema.properties ?? {})) {
      names.add(`${owner} ${way}${field}`)
      walk(owner, `${way}${field}.`, inner)
    }
    const { items, additionalProperties: others, anyOf = [], oneOf = [] } = schema
    for (const inner of [items, others, ...anyOf, ...oneOf]) walk(owner, way, inner)
  }
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    if (operation['x-internal']) continue
    const { operationId, parameters = [], requestBody, responses = {} } = operation
    names.add(operationId)
    for (const { in: place, name } of parameters) {
      if (place === 'query') names.add(`${operationId} query ${name}`)
    }
    walk(`${operationId} body`, '', schemaIn(requestBody))
    for (const [status, answer] of Object.entries(responses)) {
      if (status.startsWith('2')) walk(`${operationId} answer`, '', schemaIn(answer))
    }
  }
  return names
}

const schemaIn = (media: Media | undefined) => media?.content?.['application/json']?.schema

/** What was kept, with what is new under that day, the newest first. */
export function keptWith(kept: Additions, names: ReadonlySet<string>, day: string): Additions {
  const known = new Set(Object.values(kept).flat())
  const fresh = [...names].filter((name) => !known.has(name))
  const all = { ...kept, [day]: [...(kept[day] ?? []), ...fresh] }
  return Object.fromEntries(
    Object.entries(all)
      .map(([date, list]) => [date, list.filter((name) => names.has(name)).toSorted()] as const)
      .filter(([, list]) => list.length > 0)
      .toSorted(([one], [other]) => (one < other ? 1 : -1)),
  )
}

export const additionsSource = (additions: Additions): string =>
  `${JSON.stringify(additions, null, 2)}\n`
