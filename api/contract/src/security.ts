/** How the members of a tenant have to sign in. */
import { z } from 'zod'
import { get, patch } from './endpoint.ts'
import { event } from './event.ts'
import { Id } from './values.ts'

export const SecurityPolicy = z
  .object({
    secondFactorRequired: z
      .boolean()
      .describe('Whether a session that has shown no second factor may do nothing but show one'),
    membersWithoutFactor: z
      .number()
      .int()
      .describe('Active members who have set none up: they are kept out until they do'),
    revision: z.number().int(),
  })
  .meta({ id: 'SecurityPolicy' })
export type SecurityPolicy = z.output<typeof SecurityPolicy>

export const security = {
  show: get('/security', {
    access: 'security:read',
    only: 'member',
    summary: 'Show how members have to sign in',
    reply: SecurityPolicy,
  }),
  update: patch('/security', {
    access: 'security:write',
    only: 'member',
    stepUp: 'operation',
    summary: 'Change how members have to sign in',
    description:
      'Holds from the next request on. Whoever has shown no second factor is asked for one, and their open pages hear nothing more.',
    body: z.strictObject({ secondFactorRequired: z.boolean() }),
    reply: SecurityPolicy,
    revised: true,
    idempotent: true,
  }),
}

export const securityEvents = {
  changed: event(
    'security.changed',
    'security:read',
    z.object({ tenantId: Id }),
    z.object({ secondFactorRequired: z.boolean() }),
  ),
}
