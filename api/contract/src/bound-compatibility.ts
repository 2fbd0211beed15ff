/** Bounds, patterns and formats: what is sent may only be held to less, what is received keeps its form. */
import type { Comparison, JsonSchema } from './schema-compatibility.ts'

const lower = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems'] as const
const upper = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems'] as const

export function boundBreaks(
  { side, place }: Comparison,
  before: JsonSchema,
  after: JsonSchema,
): string[] {
  const form = before.format === after.format || (side === 'sent' && after.format === undefined)
  const formBreaks = form ? [] : [`${place} has the format ${after.format ?? 'of any text'}`]
  if (side === 'received') return formBreaks
  const raised = lower.filter((name) => (after[name] ?? -Infinity) > (before[name] ?? -Infinity))
  const lowered = upper.filter((name) => (after[name] ?? Infinity) < (before[name] ?? Infinity))
  const isFreer = after.pattern === undefined || after.pattern === before.pattern
  return [
    ...formBreaks,
    ...[...raised, ...lowered].map((name) => `${place} has the narrower ${name} ${after[name]}`),
    ...(isFreer ? [] : [`${place} must match another pattern`]),
  ]
}
