/** Why a member may do something, or may not. */
import { z } from 'zod'
import { Id, Role, ScopeName } from './values.ts'

/** Why somebody may or may not; one line of the answer, in the order in which the check asks. */
export const ExplainedReason = z
  .object({
    code: z
      .enum([
        'state',
        'open-to-all',
        'any-member',
        'kind',
        'role',
        'compliance',
        'second-factor-policy',
        'step-up',
      ])
      .describe(
        '`state`: whether the member is active. `open-to-all`: it asks nobody who they are. `any-member`: it takes no scope. `kind`: whether a member may do it at all, or only a key or Sonaqor. `role`: whether the role holds the scope. `compliance`: whether the compliance scopes were given. `second-factor-policy`: whether the tenant asks for a second factor, and they have one. `step-up`: whether it has to be confirmed with a second factor, and they have one',
      ),
    holds: z.boolean(),
    role: Role.optional(),
    scope: ScopeName.optional(),
    roles: z.array(Role).optional().describe('Of `role`: those that hold the scope'),
    stepUp: z.enum(['session', 'operation']).optional(),
    required: z.boolean().optional().describe('Of `second-factor-policy`: whether it is asked for'),
  })
  .meta({ id: 'ExplainedReason' })
export type ExplainedReason = z.output<typeof ExplainedReason>

export const Explanation = z
  .object({
    memberId: Id,
    operation: z.string().nullable(),
    scope: ScopeName.nullable().describe('What it takes, if it takes a scope'),
    allowed: z.boolean(),
    reasons: z.array(ExplainedReason),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.output<typeof Explanation>
