/** Shapes as JSON Schema, and where they stand in the description of the API. */
import { z } from 'zod'

type Json = Record<string, unknown>

/** A schema as JSON Schema 2020-12, with every named shape moved to the components. */
export function schemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Record<string, Json>,
): Json {
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }: { jsonSchema: Json }) => {
      // What is answered may say more one day, and a caller must not refuse it for that.
      if (io === 'output' && jsonSchema['additionalProperties'] === false) {
        delete jsonSchema['additionalProperties']
      }
    },
    uri: (id) => `#/components/schemas/${id}`,
  } as Parameters<typeof z.toJSONSchema>[1]) as Json
  for (const [id, definition] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
    components[id] = moved(definition) as Json
  }
  const own = moved(rest) as Json
  if (typeof own['id'] !== 'string') return own
  const { id, ...definition } = own
  components[id as string] = definition
  return { $ref: `#/components/schemas/${id}` }
}

/** Rewrites references from `$defs` to the components, all the way down. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) =>
      name === '$ref' && typeof inner === 'string'
        ? [name, inner.replace('#/$defs/', '#/components/schemas/')]
        : [name, moved(inner)],
    ),
  )
}
