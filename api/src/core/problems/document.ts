import { problems, problemType, type ProblemDocument } from '@sonaqor/contract/problem'
import type { Problem } from './problem.ts'

/** A problem as RFC 9457 has it; `instance` is the request id. */
export function documentOf(problem: Problem, requestId: string): ProblemDocument {
  const { detail, errors, scope, violatedPolicies, methods, tenants, ...words } = problem.details
  const { ticket, stepUp, operation, reason, versions, retryAfterSeconds } = words
  const { status, title } = problems[problem.code]
  return {
    type: problemType(problem.code),
    title,
    status,
    code: problem.code,
    detail,
    instance: requestId,
    ...(errors ? { errors: [...errors] } : {}),
    ...(scope ? { scope } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(violatedPolicies ? { 'violated-policies': [...violatedPolicies] } : {}),
    ...(ticket ? { ticket } : {}),
    ...(methods ? { methods: [...methods] } : {}),
    ...(stepUp ? { stepUp } : {}),
    ...(operation ? { operation } : {}),
    ...(tenants ? { tenants: [...tenants] } : {}),
    ...(reason ? { reason } : {}),
    ...(versions ? { versions: [...versions] } : {}),
  }
}
