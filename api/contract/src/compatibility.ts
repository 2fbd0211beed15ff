/**
 * What a newer OpenAPI document breaks for callers of an older one. Requests may only be taken more
 * freely, answers may only say more: whatever a caller sends today must still be taken, and whatever
 * a caller reads today must still be there.
 */
import { schemaBreaks, type JsonSchema, type Side } from './schema-compatibility.ts'

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: JsonSchema
}

interface Operation {
  readonly 'x-access'?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Media & { readonly required?: boolean }
  readonly responses?: Readonly<Record<string, Media>>
}

export interface OpenApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
}

/** One sentence for each thing that a caller of `before` could trip over in `after`. */
export function breaksBetween(before: OpenApiDocument, after: OpenApiDocument): string[] {
  return Object.entries(before.paths ?? {}).flatMap(([path, operations]) => {
    const now = after.paths?.[path]
    if (!now) return [`${path} is gone`]
    return Object.entries(operations).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`
      const other = now[method]
      return other
        ? operationBreaks(name, [before, operation], [after, other])
        : [`${name} is gone`]
    })
  })
}

type Placed = readonly [OpenApiDocument, Operation]

function operationBreaks(name: string, [before, was]: Placed, [after, is]: Placed): string[] {
  const compare = (side: Side, place: string, old?: JsonSchema, young?: JsonSchema) =>
    schemaBreaks({ side, place: `${name} ${place}`, before, after }, old ?? {}, young ?? {})
  return [
    ...(was['x-access'] === is['x-access'] || is['x-access'] === 'public'
      ? []
      : [`${name} needs ${is['x-access']} instead of ${was['x-access']}`]),
    ...parameterBreaks(name, was, is, compare),
    ...bodyBreaks(name, was, is, compare),
    ...answerBreaks(name, was, is, compare),
  ]
}

type Compare = (side: Side, place: string, old?: JsonSchema, young?: JsonSchema) => string[]

const keyOf = (parameter: Parameter) => `${parameter.in} parameter ${parameter.name}`

function parameterBreaks(name: string, was: Operation, is: Operation, compare: Compare): string[] {
  const old = new Map((was.parameters ?? []).map((parameter) => [keyOf(parameter), parameter]))
  const young = new Map((is.parameters ?? []).map((parameter) => [keyOf(parameter), parameter]))
  const gone = [...old.keys()].filter((key) => !young.has(key))
  const asked = [...young].filter(([key, { required }]) => required && !old.get(key)?.required)
  return [
    ...gone.map((key) => `${name} no longer takes the ${key}`),
    ...asked.map(([key]) => `${name} now requires the ${key}`),
    ...[...old].flatMap(([key, { schema }]) =>
      young.has(key) ? compare('sent', key, schema, young.get(key)?.schema) : [],
    ),
  ]
}

const schemaIn = (media: Media | undefined) => media?.content?.['application/json']?.schema

function bodyBreaks(name: string, was: Operation, is: Operation, compare: Compare): string[] {
  if (!is.requestBody) return was.requestBody ? [`${name} no longer takes a body`] : []
  if (!was.requestBody) return is.requestBody.required ? [`${name} now requires a body`] : []
  return compare('sent', 'body', schemaIn(was.requestBody), schemaIn(is.requestBody))
}

/** Successes are what callers read; which refusals there are is settled by the catalogue. */
function answerBreaks(name: string, was: Operation, is: Operation, compare: Compare): string[] {
  const successes = Object.entries(was.responses ?? {}).filter(([status]) => status.startsWith('2'))
  return successes.flatMap(([status, answer]) => {
    const now = is.responses?.[status]
    if (!now) return [`${name} no longer answers ${status}`]
    if (!schemaIn(answer)) return []
    return schemaIn(now)
      ? compare('received', `${status} answer`, schemaIn(answer), schemaIn(now))
      : [`${name} no longer answers ${status} with a body`]
  })
}
