/** Whoever lacks `customers:read` sees what a body was made of, and no value of it. */
import { leafTypeOf } from '@sonaqor/contract/log-redaction-rules'

/** The same JSON with each value replaced by the name of its type; nothing where it is not JSON. */
export function structureOf(text: string): string {
  try {
    return JSON.stringify(typesOf(JSON.parse(text) as unknown))
  } catch {
    return ''
  }
}

function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf)
  if (typeof value !== 'object' || value === null) return leafTypeOf(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typesOf(inner)]))
}
