/** What a handler gets: params, query and body, each parsed by the contract or refused by a pointer. */
import type { Endpoint, EndpointOptions } from '@sonaqor/contract/endpoint'
import type { z } from 'zod'
import { fieldErrors, inWords, Problem, type FieldError } from '../../problems/index.ts'
import { isRecord, type SpokenBefore } from '../../versions/index.ts'
import { seenIn, type Seen } from './if-match.ts'
import { parseJson, requireJson, textFault } from './json.ts'

export interface Sent {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Buffer
  readonly contentType: string | null
  readonly contentEncoding: string | null
  readonly ifMatch: string | null
  /** How it is said in the version of the call, where that is not as today. */
  readonly spoken?: SpokenBefore | undefined
}

export interface Input {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly seen?: Seen
}

/** Everything that is wrong is told at once. */
export function parseInput(endpoint: Endpoint, sent: Sent): Input {
  const { params, query, body, revised } = endpoint.options
  const errors: FieldError[] = []
  const parsed: Input = {
    ...(params ? { params: parseParams(params, sent.params) } : {}),
    query: parseQuery(query, sent, errors),
    body: body ? parseBody(endpoint.options, body, sent, errors) : refuseBody(sent, errors),
    ...(revised ? { seen: seenIn(sent.ifMatch) } : {}),
  }
  if (errors.length > 0) {
    throw new Problem('invalid', { detail: 'Some fields are not valid.', errors })
  }
  return parsed
}

/** An id that can be nobody's id names nothing. */
function parseParams(schema: z.ZodType, params: Readonly<Record<string, string>>): unknown {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  throw new Problem('not-found', { detail: 'Nothing can be at this address.' })
}

function parseQuery(
  schema: z.ZodType | undefined,
  { query, spoken }: Pick<Sent, 'query' | 'spoken'>,
  errors: FieldError[],
): unknown {
  const names = [...query.keys()]
  const faults = names.flatMap((name, place): FieldError[] => {
    const detail =
      textFault(name) ??
      textFault(query.get(name)) ??
      (names.indexOf(name) < place ? 'is given more than once' : null) ??
      (schema ? null : 'is not a known field')
    return detail ? [{ detail, pointer: `?${name.replaceAll('\0', '')}` }] : []
  })
  errors.push(...faults)
  if (!schema || faults.length > 0) return undefined
  const asked = Object.fromEntries(query)
  return take(schema, spoken?.query?.(asked) ?? asked, 'query', errors)
}

function parseBody(
  { rows }: EndpointOptions,
  schema: z.ZodType,
  sent: Sent,
  errors: FieldError[],
): unknown {
  if (sent.body.length > 0 || sent.contentType) requireJson(sent.contentType, sent.contentEncoding)
  const said = parseJson(sent.body, { rows: rows === true })
  const { body } = sent.spoken ?? {}
  return take(schema, body && isRecord(said) ? body(said) : said, 'body', errors)
}

/** Many a client sends an empty object with whatever it sends, and says no more by that than by nothing. */
const emptyObject = /^[ \t\r\n]*\{[ \t\r\n]*\}[ \t\r\n]*$/

function refuseBody({ body }: Sent, errors: FieldError[]): undefined {
  if (body.length === 0 || emptyObject.test(body.toString('latin1'))) return
  errors.push({ detail: 'no body is expected here', pointer: '#' })
}

function take(
  schema: z.ZodType,
  value: unknown,
  place: 'query' | 'body',
  errors: FieldError[],
): unknown {
  const parsed = schema.safeParse(value, { error: inWords })
  if (parsed.success) return parsed.data
  errors.push(...fieldErrors(parsed.error.issues, place))
  return undefined
}
