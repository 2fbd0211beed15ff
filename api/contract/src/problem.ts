/**
 * Every way in which a request can be refused, once. On the wire a problem is RFC 9457
 * `application/problem+json`; its `type` leads to a page with cause and fix.
 */
import { z } from 'zod'

interface ProblemRow {
  readonly status: number
  readonly title: string
  /** What the caller can do about it. */
  readonly fix: string
}

export const problems = {
  'bad-request': {
    status: 400,
    title: 'The request cannot be read',
    fix: 'Send well-formed JSON, and cursors exactly as they were handed out for the same filter.',
  },
  unauthenticated: {
    status: 401,
    title: 'The credential is missing or no longer valid',
    fix: 'Send a live API key or sign in again. A revoked or expired key stays refused for good.',
  },
  'second-factor-required': {
    status: 401,
    title: 'The password was right, and a second factor is missing',
    fix: 'Send the ticket of this problem and a code, passkey or recovery code to `auth.verifyMfa`.',
  },
  'sso-required': {
    status: 401,
    title: 'The company signs in with its own provider',
    fix: 'Begin with `signOn.begin` and the same address. An owner may also have mistyped the password.',
  },
  'sign-on-failed': {
    status: 401,
    title: 'The sign-in with the company’s provider did not succeed',
    fix: 'Look at `reason`; begin anew with `signOn.begin` where the provider has been mended.',
  },
  'step-up-required': {
    status: 403,
    title: 'Confirm with your second factor',
    fix: 'Prove one with `auth.stepUp`, then send the request again. Whoever has none sets one up first.',
  },
  forbidden: {
    status: 403,
    title: 'The credential does not allow this',
    fix: 'Ask an owner or admin for the scope that the problem names.',
  },
  'tenant-suspended': {
    status: 403,
    title: 'The tenant is suspended',
    fix: 'The detail says why. Write to Sonaqor; nothing was deleted, and all of it works again once this is settled.',
  },
  'access-suspended': {
    status: 403,
    title: 'Your access is suspended',
    fix: 'Ask an owner or admin of the tenant to let you in again. Your password is right, and nothing was deleted.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing is there',
    fix: 'Check the address and the id, and that it belongs to this tenant and environment.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The address does not know this method',
    fix: 'Use one of the methods in the Allow header.',
  },
  conflict: {
    status: 409,
    title: 'The request contradicts what is stored',
    fix: 'Read the current state and decide again.',
  },
  gone: {
    status: 410,
    title: 'No longer available',
    fix: 'Ask for a new one where this one came from.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Somebody else changed it first',
    fix: 'Read it again and send its new revision in If-Match.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    fix: 'Send less at once; the detail names the bound.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has a type that is not understood',
    fix: 'Send application/json in UTF-8.',
  },
  invalid: {
    status: 422,
    title: 'Some fields are not valid',
    fix: 'Correct each field that `errors` points at and send again.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'The idempotency key was used for another request',
    fix: 'Use a new Idempotency-Key for each new request, and the same one only for a retry.',
  },
  'quota-exceeded': {
    status: 429,
    title: 'Too many requests',
    fix: 'Wait as long as Retry-After says.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    fix: 'Try again; if the problem persists, give support the request ID.',
  },
  overloaded: {
    status: 503,
    title: 'This cannot be answered at the moment',
    fix: 'Wait as long as Retry-After says, then try again.',
  },
} as const satisfies Record<string, ProblemRow>

export type ProblemCode = keyof typeof problems
export const problemCodes = Object.keys(problems) as readonly ProblemCode[]

/** IANA registers a type of its own for exceeded quotas; every other type is a page of our docs. */
export function problemType(code: ProblemCode): string {
  return code === 'quota-exceeded'
    ? 'https://iana.org/assignments/http-problem-types#quota-exceeded'
    : `/docs/problems/${code}`
}

/** One field that is wrong: a JSON pointer into the body (`#/label`), or `?name` for the query. */
export const FieldError = z.object({ detail: z.string(), pointer: z.string() })

export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    instance: z.string().describe('The request id; support can find the request by it'),
    errors: z.array(FieldError).optional(),
    scope: z.string().optional().describe('The scope that is missing'),
    retryAfterSeconds: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe('As `Retry-After` has it, for whoever is handed the body alone'),
    'violated-policies': z.array(z.string()).optional(),
    ticket: z
      .string()
      .optional()
      .describe('Of `second-factor-required`: names the sign-in, for ten minutes'),
    methods: z
      .array(z.string())
      .optional()
      .describe('Which second factors the person has: `totp`, `passkey`, `recovery-code`'),
    reason: z.string().optional().describe('Of `sign-on-failed`: `over`, `no-member` and others'),
    stepUp: z
      .string()
      .optional()
      .describe('Of `step-up-required`: `session`, or `operation` for a proof of this one call'),
    operation: z
      .string()
      .optional()
      .describe('Of `step-up-required` for one call: what to ask `auth.stepUp` for the proof with'),
    versions: z
      .array(z.string())
      .optional()
      .describe(
        'Of `bad-request` for a version of the API that there is not: those that there are',
      ),
    tenants: z
      .array(z.string())
      .optional()
      .describe('Of `access-suspended`: the names of those that have suspended whoever asks'),
  })
  .meta({ id: 'Problem' })
export type ProblemDocument = z.output<typeof ProblemDocument>
