/** Whatever was thrown, as a problem. What the database refused is the caller's fault or the hour's. */
import { Problem } from './problem.ts'

const unavailable = (cause: unknown) =>
  new Problem('overloaded', {
    detail: 'The service cannot answer at the moment.',
    retryAfterSeconds: 2,
    cause,
  })

const contradicted = (cause: unknown) =>
  new Problem('conflict', { detail: 'This contradicts what is already stored.', cause })

const unstorable = (cause: unknown) =>
  new Problem('invalid', { detail: 'A value cannot be stored as it was sent.', cause })

/** Row-level security refused a row: whoever asks may not write there. */
const outside = (cause: unknown) =>
  new Problem('forbidden', { detail: 'This is outside of what the credential may touch.', cause })

/** By SQLSTATE, and by its class where the whole class means the same. */
const meanings: Readonly<Record<string, (cause: unknown) => Problem>> = {
  '08': unavailable,
  '53': unavailable,
  '57': unavailable,
  '40': unavailable,
  '55P03': unavailable,
  '25P03': unavailable,
  '23505': contradicted,
  '23503': contradicted,
  '23P01': contradicted,
  '23514': unstorable,
  '22': unstorable,
  '42501': outside,
}

/** What Node and pg say when there is nobody at the other end. */
const connectionFaults =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  const code = codeOf(thrown)
  const meaning = meanings[code] ?? meanings[code.slice(0, 2)]
  if (meaning && /^[0-9A-Z]{5}$/.test(code)) return meaning(thrown)
  if (connectionFaults.test(`${code} ${String(thrown)}`)) return unavailable(thrown)
  return new Problem('internal', { detail: 'Something went wrong on our side.', cause: thrown })
}

function codeOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : ''
  return typeof code === 'string' ? code : ''
}
