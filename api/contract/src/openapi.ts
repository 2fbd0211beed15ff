/** OpenAPI 3.1 made from the same schemas that parse every request and every reply. */
import type { z } from 'zod'
import { isStaffScope, scopeTable } from './access.ts'
import type { Contract, Endpoint, EndpointOptions } from './endpoint.ts'
import {
  answerHeaders,
  deprecation,
  headerComponents,
  versionParameter,
  versionsInfo,
} from './openapi-versions.ts'
import { schemaOf } from './openapi-schema.ts'
import { webhooksOf } from './openapi-webhooks.ts'
import { problems, ProblemDocument, problemType, type ProblemCode } from './problem.ts'

type Json = Record<string, unknown>

const anyRefusal: readonly ProblemCode[] = ['quota-exceeded', 'internal', 'overloaded']

/** The whole document for a contract. Shapes with a `meta` id stand once, under components. */
export function openapi(contract: Contract): Json {
  const components: Record<string, Json> = {}
  const paths: Record<string, Record<string, Json>> = {}
  for (const [area, endpoints] of Object.entries(contract)) {
    for (const [verb, endpoint] of Object.entries(endpoints)) {
      const item = (paths[`/v1${endpoint.path}`] ??= {})
      item[endpoint.method.toLowerCase()] = operation(`${area}.${verb}`, area, endpoint, components)
    }
  }
  schemaOf(ProblemDocument, 'output', components)
  const webhooks = webhooksOf(components)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sonaqor Partner API',
      version: '1.0.0',
      description:
        'Everything that the Partner Dashboard does can be done here, with the same scopes.',
      'x-api-versions': versionsInfo,
    },
    servers: [{ url: '/' }],
    paths,
    webhooks,
    components: {
      schemas: components,
      headers: headerComponents,
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key: `sq_live_…` or `sq_test_…`',
        },
        session: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The access token of a member who is signed in',
        },
        embedSession: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The token of an embed session, from a page of its origins',
        },
        moduleToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of the team of a module: `sqm_…`',
        },
        staffSession: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of a session of Sonaqor’s own staff',
        },
      } satisfies Record<Scheme, Json>,
    },
  }
}

function operation(
  operationId: string,
  tag: string,
  endpoint: Endpoint,
  components: Record<string, Json>,
): Json {
  const { access, summary, description, internal } = endpoint.options
  const { params, query, body, reply, streams, idempotent, revised, stepUp } = endpoint.options
  const status = endpoint.options.status ?? (reply || streams ? 200 : 204)
  const schemes = securityOf(endpoint.options)
  const isOfKeys = schemes.includes('apiKey')
  const parameters = [
    ...parametersOf(params, 'path', components),
    ...parametersOf(query, 'query', components),
    ...(idempotent ? [idempotencyKey] : []),
    ...(revised ? [ifMatch] : []),
    ...(stepUp === 'operation' ? [stepUpProof] : []),
    ...(isOfKeys ? [versionParameter] : []),
  ]
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    'x-access': access,
    ...(stepUp ? { 'x-step-up': stepUp } : {}),
    ...(internal ? { 'x-internal': true } : {}),
    ...deprecation(endpoint.options.deprecated),
    security: schemes.map((scheme) => ({ [scheme]: [] })),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: json(schemaOf(body, 'input', components)) } }
      : {}),
    responses: {
      [status]: {
        description: 'Done',
        ...(isOfKeys ? { headers: answerHeaders } : {}),
        ...(reply ? { content: json(schemaOf(reply, 'output', components)) } : {}),
        ...(streams ? { content: files(streams) } : {}),
      },
      ...Object.fromEntries(refusalsOf(endpoint).map(refusal)),
      default: { description: 'Any other refusal', content: problemContent },
    },
  }
}

type Scheme = 'apiKey' | 'session' | 'embedSession' | 'moduleToken' | 'staffSession'

/** Which credentials can open an endpoint at all; any other is refused whatever it holds. */
function securityOf({ access, only, embeddable }: EndpointOptions): Scheme[] {
  if (access === 'public') return []
  if (access === 'member') return ['session']
  if (access === 'embed') return ['embedSession']
  if (access === 'staff') return ['moduleToken']
  if (access === 'staff-session' || isStaffScope(access)) return ['staffSession']
  const { embeds, roles } = scopeTable[access]
  return [
    ...(only !== 'member' ? (['apiKey'] as const) : []),
    ...(roles.length > 0 && only !== 'key' ? (['session'] as const) : []),
    ...(embeds && embeddable && !only ? (['embedSession'] as const) : []),
  ]
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes a retry safe: the first answer is kept for 24 hours and given again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'The revision that you saw, in quotes; when there is a newer one, nothing is changed.',
  schema: { type: 'string', examples: ['"3"'] },
}

const stepUpProof = {
  name: 'Step-Up-Proof',
  in: 'header',
  required: true,
  description:
    'What `auth.stepUp` answered for this very operation; it works once, for five minutes.',
  schema: { type: 'string', minLength: 43, maxLength: 43 },
}

/** Which refusals an endpoint can give follows from how it is declared. */
export function refusalsOf({ options }: Endpoint): ProblemCode[] {
  return [
    ...(options.body || options.query || options.params
      ? (['bad-request', 'invalid'] as const)
      : []),
    ...(options.access === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(options.stepUp ? (['step-up-required'] as const) : []),
    ...(options.params ? (['not-found'] as const) : []),
    ...(options.fleeting ? (['gone'] as const) : []),
    ...(options.revised ? (['precondition-failed'] as const) : []),
    ...(options.body ? (['conflict', 'too-large', 'unsupported-media-type'] as const) : []),
    ...anyRefusal,
  ]
}

const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}

function refusal(code: ProblemCode): [string, Json] {
  const { status, title } = problems[code]
  return [
    String(status),
    {
      description: `${title} (${problemType(code)})`,
      content: problemContent,
    },
  ]
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  components: Record<string, Json>,
): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input', components) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schemaOfOne }]) =>
    Object.assign(
      {
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        schema: schemaOfOne,
      },
      description ? { description } : {},
    ),
  )
}

const json = (schema: Json) => ({ 'application/json': { schema } })

const files = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]))
