/** Requests made from the published document: first one as it should be, then something done to it. */
import * as fc from 'fast-check'
import { fromSchema, type Known, type Schema } from './from-schema.ts'
import { spoil } from './spoil.ts'

/** A request as it goes over the wire. */
export interface Sent {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** What was done to it. */
  readonly spoilt: string
  /** Which of the callers sends it. */
  readonly by: number
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Schema
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { schema: Schema } } }
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Any request to any operation of the document, well-formed or not. */
export function anyRequest(
  document: Document,
  ids: readonly string[],
  callers: number,
): fc.Arbitrary<Sent> {
  const known = { components: document.components.schemas, ids }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      wellFormed(path, method.toUpperCase(), operation, known, callers),
    ),
  )
  return fc.oneof(...operations).chain((sent) => spoil(sent))
}

function wellFormed(
  path: string,
  method: string,
  { operationId, parameters = [], requestBody }: Operation,
  known: Known,
  callers: number,
): fc.Arbitrary<Sent> {
  const valuesIn = (place: Parameter['in']) => {
    const here = parameters.filter((parameter) => parameter.in === place)
    return fc.record(
      Object.fromEntries(here.map(({ name, schema }) => [name, fromSchema(schema, known)])),
      { requiredKeys: here.filter(({ required }) => required).map(({ name }) => name) },
    ) as fc.Arbitrary<Record<string, unknown>>
  }
  const schema = requestBody?.content['application/json'].schema
  return fc
    .record({
      path: valuesIn('path'),
      query: valuesIn('query'),
      // Few keys, so that some are met again, and few requests with one, or most would be refused for it.
      idempotencyKey: fc.oneof(
        { weight: 7, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom('key-1', 'key-2', 'key-3') },
      ),
      body: schema ? fromSchema(schema, known) : fc.constant(undefined),
      // Every other time by one of the first two, who may the most.
      by: fc.oneof(fc.nat(1), fc.nat(callers - 1)),
    })
    .map(({ path: params, query, idempotencyKey, body, by }) => ({
      operation: operationId,
      method,
      path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String(params[name])),
      ),
      query: new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, String(value)]),
      ).toString(),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      spoilt: 'nothing',
      by,
    }))
}
