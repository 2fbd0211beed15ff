/** What the staff plane speaks of: its people, tenants as Sonaqor knows them, modules, and looks. */
import { z } from 'zod'
import { staffRoles, staffScopes } from './access.ts'
import { SupportAccess } from './support-access.ts'
import { Environment, Id, Instant, ScopeName } from './values.ts'

export const StaffRole = z.enum(staffRoles)

export const StaffMe = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: StaffRole,
    scopes: z
      .array(z.enum(staffScopes))
      .describe('None before a second factor was set up and shown'),
    secondFactorMissing: z.boolean(),
  })
  .meta({ id: 'StaffMe' })
export type StaffMe = z.output<typeof StaffMe>

export const StaffSession = z
  .object({
    token: z.string().describe('An EdDSA JWT for the Authorization header'),
    expiresIn: z.number().int().describe('Seconds from receipt'),
    sessionEndsAt: Instant.describe('Eight hours after the sign-in, whatever is renewed'),
    idleEndsAt: Instant.describe('When it ends by itself if nothing is renewed until then'),
    me: StaffMe,
  })
  .meta({ id: 'StaffSession' })
export type StaffSession = z.output<typeof StaffSession>

export const StaffPerson = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: StaffRole,
    state: z.enum(['active', 'suspended']),
    since: Instant,
    secondFactor: z.boolean(),
    lastSeenAt: Instant.nullable(),
    revision: z.number().int(),
  })
  .meta({ id: 'StaffPerson' })
export type StaffPerson = z.output<typeof StaffPerson>

/** What a tenant can be on; the first is that of who has just begun. */
export const plans = ['free', 'growth', 'enterprise'] as const
export type Plan = (typeof plans)[number]

/** A tenant as Sonaqor knows it: nothing of what is in it. */
export const StaffTenant = z
  .object({
    id: Id,
    name: z.string(),
    plan: z.string(),
    demo: z.boolean(),
    foundedAt: Instant,
    members: z.number().int(),
    suspended: z.object({ at: Instant, reason: z.string() }).nullable(),
    revision: z.number().int(),
  })
  .meta({ id: 'StaffTenant' })
export type StaffTenant = z.output<typeof StaffTenant>

export const StaffModule = z
  .object({
    module: z.string(),
    newest: z.object({ version: z.string(), publishedAt: Instant }).nullable(),
    tokens: z.array(
      z.object({
        id: Id,
        madeAt: Instant,
        revokedAt: Instant.nullable(),
        lastActAt: Instant.nullable().describe('When it last published, withdrew or restored'),
      }),
    ),
    acts: z
      .array(z.object({ act: z.string(), version: z.string(), by: z.string(), at: Instant }))
      .describe('The ten newest'),
  })
  .meta({ id: 'StaffModule' })
export type StaffModule = z.output<typeof StaffModule>

/** What the log of the staff tells of. */
export const staffActions = [
  'looks.ended',
  'looks.entered',
  'looks.requested',
  'staff.added',
  'staff.changed',
  'staff.factor-added',
  'staff.link-sent',
  'staff.password-set',
  'staff.signed-in',
  'staff.stepped-up',
  'tenants.plan-changed',
  'tenants.resumed',
  'tenants.suspended',
] as const
export type StaffAction = (typeof staffActions)[number]

export const StaffAct = z
  .object({
    id: Id,
    by: z.string(),
    action: z.string(),
    target: z.string().nullable(),
    targetName: z
      .string()
      .nullable()
      .describe('Of the tenant, or of the one of the staff, that it was done to'),
    detail: z.unknown(),
    at: Instant,
  })
  .meta({ id: 'StaffAct' })
export type StaffAct = z.output<typeof StaffAct>

/** What opens the tenant for a while: the same API, with these scopes, for reading alone. */
export const Look = z
  .object({
    token: z.string(),
    expiresIn: z.number().int().describe('Seconds; then it is entered again'),
    access: SupportAccess,
    tenant: z.object({ id: Id, name: z.string() }),
    scopes: z.array(ScopeName),
    environments: z.array(Environment),
  })
  .meta({ id: 'Look' })
export type Look = z.output<typeof Look>
