/**
 * Access by Sonaqor: its staff look into a tenant only while the tenant lets them, to read, for a time,
 * and every look is in the audit log of the tenant.
 */
import { z } from 'zod'
import { environments, lookScopes } from './access.ts'
import { get, post } from './endpoint.ts'
import { event } from './event.ts'
import { Page, pageOf } from './page.ts'
import { Environment, Id, Instant, ScopeName, text } from './values.ts'

/** A working day. */
export const lookMinutesMax = 480
/** A request that nobody has answered by then is over. */
export const requestDays = 7

const LookScope = z.enum(lookScopes)
const Minutes = z.number().int().min(5).max(lookMinutesMax)
const Scopes = z
  .array(LookScope)
  .min(1)
  .max(lookScopes.length)
  .default(() => [...lookScopes])
const Environments = z
  .array(Environment)
  .min(1)
  .max(environments.length)
  .default(() => [...environments])

export const supportAccessStates = [
  'requested',
  'running',
  'over',
  'denied',
  'withdrawn',
  'lapsed',
] as const

export const SupportAccess = z
  .object({
    id: Id,
    state: z.enum(supportAccessStates),
    staff: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .describe('Who asked, and alone may look; null where it is open to whoever of Sonaqor helps'),
    reason: z.string(),
    ticket: z.string().nullable(),
    minutes: z.number().int().describe('For how long: as asked for, and then as granted'),
    scopes: z.array(ScopeName),
    environments: z.array(Environment),
    askedAt: Instant,
    askedBy: z.string(),
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
    until: Instant.nullable().describe('When it ends by itself'),
    endedAt: Instant.nullable(),
    endedBy: z.string().nullable(),
    revision: z.number().int(),
  })
  .meta({ id: 'SupportAccess' })
export type SupportAccess = z.output<typeof SupportAccess>

/** What was read in a look; the audit log holds the same. */
export const SupportRead = z
  .object({
    id: Id,
    sequence: z.number().int(),
    at: Instant,
    by: z.string(),
    operation: z.string().describe('As the contract names it: `keys.list`'),
    path: z.string(),
  })
  .meta({ id: 'SupportRead' })
export type SupportRead = z.output<typeof SupportRead>

/** What a look is asked for with, or opened by the tenant itself. */
export const NewLook = z.strictObject({
  reason: text(300),
  ticket: text(60).optional(),
  minutes: Minutes.default(60),
  scopes: Scopes,
  environments: Environments,
})

const Granted = z.strictObject({
  minutes: Minutes.optional().describe('No more than was asked for'),
  scopes: z.array(LookScope).min(1).max(lookScopes.length).optional(),
  environments: z.array(Environment).min(1).max(environments.length).optional(),
})

const ById = z.strictObject({ id: Id })
const consent = { access: 'support:consent', only: 'member' } as const

export const supportAccess = {
  list: get('/support-access', {
    ...consent,
    summary: 'List the looks of Sonaqor into the tenant, newest first',
    query: Page.extend({
      open: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: what is asked for or running; `false`: what is past'),
    }),
    reply: pageOf(SupportAccess),
  }),
  open: post('/support-access', {
    ...consent,
    idempotent: true,
    summary: 'Let Sonaqor look into the tenant, without being asked',
    body: NewLook,
    reply: SupportAccess,
    status: 201,
  }),
  approve: post('/support-access/{id}/approve', {
    ...consent,
    idempotent: true,
    summary: 'Let whoever asked look into the tenant',
    description: 'For as long as they asked or shorter, and for all that they asked for or less.',
    params: ById,
    body: Granted,
    reply: SupportAccess,
    revised: true,
  }),
  deny: post('/support-access/{id}/deny', {
    ...consent,
    idempotent: true,
    summary: 'Refuse a look into the tenant',
    params: ById,
    reply: SupportAccess,
    revised: true,
  }),
  end: post('/support-access/{id}/end', {
    ...consent,
    idempotent: true,
    summary: 'End a look at once',
    description: 'It holds from the next request on.',
    params: ById,
    reply: SupportAccess,
    revised: true,
  }),
  reads: get('/support-access/{id}/reads', {
    ...consent,
    summary: 'List what was read in a look, newest first',
    params: ById,
    query: Page,
    reply: pageOf(SupportRead),
  }),
}

const AccessRef = z.object({ supportAccessId: Id })
const AccessFacts = z.object({
  id: Id,
  by: z.string(),
  reason: z.string(),
  until: Instant.nullable(),
})
const accessEvent = <const Name extends string>(name: Name) =>
  event(name, 'support:consent', AccessRef, AccessFacts)

export const supportAccessEvents = {
  requested: accessEvent('supportAccess.requested'),
  opened: accessEvent('supportAccess.opened'),
  denied: accessEvent('supportAccess.denied'),
  withdrawn: accessEvent('supportAccess.withdrawn'),
  ended: accessEvent('supportAccess.ended'),
}
