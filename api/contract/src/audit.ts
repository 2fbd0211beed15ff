/** The audit log: every sensitive act, in a chain of hashes that a tenant can verify. */
import { z } from 'zod'
import { get } from './endpoint.ts'
import { Page, pageOf } from './page.ts'
import { Environment, Id, Instant, InstantIn, text } from './values.ts'

export const Actor = z.object({
  kind: z.enum(['member', 'key', 'embed', 'staff', 'system']),
  id: z.string(),
  name: z.string(),
})

export const AuditEntry = z
  .object({
    id: Id,
    sequence: z.number().int().describe('Counts from 1 in each tenant, without a gap'),
    at: Instant,
    actor: Actor,
    action: z.string().describe('What was done, named like the event: `keys.issued`'),
    target: z.string().nullable().describe('The id of what it was done to'),
    environment: Environment.nullable().describe('Null where it concerns the tenant as a whole'),
    appId: Id.optional().describe('Left out where it concerns no app, or several'),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    previousHash: z.string(),
    hash: z
      .string()
      .describe('SHA-256, in hex, over the canonical JSON of all fields but this one'),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.output<typeof AuditEntry>

export const audit = {
  search: get('/audit', {
    access: 'audit:read',
    summary: 'Search the audit log',
    description:
      'A key sees what was done in its own app. What concerns several apps, both environments or the tenant as a whole is for members.',
    query: z.strictObject({
      ...Page.shape,
      action: text(80).optional(),
      target: Id.optional(),
      from: InstantIn.optional(),
      to: InstantIn.optional(),
    }),
    reply: pageOf(AuditEntry),
  }),
  verify: get('/audit/verify', {
    access: 'audit:read',
    only: 'member',
    summary: 'Verify the chain of the audit log',
    description: 'The chain runs through all apps and environments, so only members may verify it.',
    reply: z
      .object({
        intact: z.boolean(),
        entries: z.number().int(),
        head: z.string().describe('The hash of the newest entry'),
        brokenAt: z
          .number()
          .int()
          .nullable()
          .describe('The first sequence whose hash does not hold'),
      })
      .meta({ id: 'AuditVerification' }),
  }),
}
