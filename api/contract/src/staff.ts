/**
 * The staff plane: Sonaqor's own people, outside every tenant. They find tenants, ask for a look, suspend,
 * and see what module teams ship. Every session of theirs has shown a second factor.
 */
import { z } from 'zod'
import { get, patch, post } from './endpoint.ts'
import { onePlease, Operation, PasskeyOptions, proofFields, provesOne } from './factors.ts'
import { Page, pageOf } from './page.ts'
import { GivenPassword, NewPassword } from './password.ts'
import {
  Look,
  plans,
  StaffAct,
  StaffModule,
  StaffPerson,
  StaffRole,
  StaffSession,
  StaffTenant,
} from './staff-shapes.ts'
import { NewLook, SupportAccess } from './support-access.ts'
import { Email, Id, Instant, text } from './values.ts'

export * from './staff-shapes.ts'

/** Where the cookie of their session is, nothing of tenants answers, and no module is shown. */
const toStaff = { internal: true, at: 'staff' } as const
const Reason = text(300)
const ById = z.strictObject({ id: Id })
/** So long a link to set a password is good. */
export const staffLinkMinutes = 30
const Ticket = z.string().min(1).max(64)
const perIp = { requests: 60, seconds: 60, per: 'ip' } as const

const ofSession = {
  signIn: post('/staff/sign-in', {
    access: 'public',
    ...toStaff,
    summary: 'Sign in as staff with e-mail and password',
    description:
      'No browser is trusted here: whoever has a second factor goes on with the ticket of `second-factor-required`, and whoever has none can set one up and do nothing else.',
    body: z.strictObject({ email: Email, password: GivenPassword }),
    reply: StaffSession,
    limit: perIp,
  }),
  verifyMfa: post('/staff/verify-mfa', {
    access: 'public',
    ...toStaff,
    summary: 'Finish a sign-in of staff with a second factor',
    body: z.strictObject({ ticket: Ticket, ...proofFields }).refine(provesOne, onePlease),
    reply: StaffSession,
    limit: perIp,
  }),
  passkeyOptions: post('/staff/passkey-options', {
    access: 'public',
    ...toStaff,
    summary: 'Ask what a passkey has to sign to finish a sign-in of staff',
    body: z.strictObject({ ticket: Ticket }),
    reply: z.object({ options: PasskeyOptions }),
    limit: perIp,
  }),
  setPassword: post('/staff/password', {
    access: 'public',
    ...toStaff,
    summary: 'Set a password by the link that staff get by mail',
    description:
      'It signs nobody in, and ends what the password before had opened. A link that is over is told at `#/token`, a password that is not taken at `#/password`.',
    body: z.strictObject({ token: z.string().min(1).max(64), password: NewPassword }),
    limit: perIp,
  }),
  resume: post('/staff/resume', {
    access: 'public',
    ...toStaff,
    summary: 'Take up the staff session that this browser has',
    reply: z.object({ session: StaffSession.nullable() }),
    limit: { requests: 120, seconds: 60, per: 'ip' },
  }),
  signOut: post('/staff/sign-out', {
    access: 'public',
    ...toStaff,
    summary: 'End this staff session',
    limit: perIp,
  }),
  beginTotp: post('/staff/totp', {
    access: 'staff-session',
    ...toStaff,
    secret: true,
    summary: 'Begin an authenticator app, for who has no second factor yet',
    body: z.strictObject({ password: GivenPassword }),
    reply: z.object({ secret: z.string(), uri: z.string() }),
  }),
  confirmTotp: post('/staff/totp/confirm', {
    access: 'staff-session',
    ...toStaff,
    secret: true,
    summary: 'Confirm the authenticator app with its first code',
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'must have six digits') }),
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
    limit: { requests: 30, seconds: 60, per: 'principal' },
  }),
  stepUpOptions: post('/staff/step-up-options', {
    access: 'staff-session',
    ...toStaff,
    summary: 'Ask which second factors could be shown',
    reply: z.object({ methods: z.array(z.string()), options: PasskeyOptions.nullable() }),
  }),
  stepUp: post('/staff/step-up', {
    access: 'staff-session',
    ...toStaff,
    summary: 'Confirm with a second factor',
    description:
      'For five minutes, or with the operation that a refused call was told for that very call alone: the answer then holds a proof for it.',
    body: z
      .strictObject({ ...proofFields, operation: Operation.optional() })
      .refine(provesOne, onePlease),
    reply: z.object({ until: Instant, proof: z.string().nullable() }),
    limit: { requests: 30, seconds: 60, per: 'principal' },
  }),
}

const ofPeople = {
  people: get('/staff/people', {
    access: 'staff:people',
    ...toStaff,
    summary: 'List the staff',
    reply: z.object({ data: z.array(StaffPerson) }),
  }),
  addPerson: post('/staff/people', {
    access: 'staff:people',
    ...toStaff,
    stepUp: 'operation',
    summary: 'Add somebody to the staff',
    description:
      'They get a link by mail to set a password, unless they have one as a member of a tenant.',
    body: z.strictObject({ name: text(120), email: Email, role: StaffRole }),
    reply: z.object({ person: StaffPerson, isLinkSent: z.boolean() }),
    status: 201,
  }),
  sendLink: post('/staff/people/{id}/link', {
    access: 'staff:people',
    ...toStaff,
    stepUp: 'operation',
    summary: 'Send somebody of the staff a link to set a password',
    description:
      'Links that were sent before are void. A 409 for whoever is a member of a tenant, and sets a password as everybody there.',
    params: ById,
    limit: { requests: 30, seconds: 3600, per: 'principal' },
  }),
  changePerson: patch('/staff/people/{id}', {
    access: 'staff:people',
    ...toStaff,
    stepUp: 'operation',
    summary: 'Change the role or state of somebody of the staff',
    description:
      'Suspends them, or lets them in again. Every session of theirs ends. Of the security leads one always stays.',
    params: ById,
    body: z.strictObject({
      role: StaffRole.optional(),
      state: z.enum(['active', 'suspended']).optional(),
    }),
    reply: StaffPerson,
    revised: true,
  }),
  acts: get('/staff/acts', {
    access: 'staff:people',
    ...toStaff,
    summary: 'List what staff did, newest first',
    query: Page,
    reply: pageOf(StaffAct),
  }),
}

const ofTenants = {
  tenants: get('/staff/tenants', {
    access: 'staff:tenants',
    ...toStaff,
    summary: 'Find tenants by name',
    query: Page.extend({ search: text(120).optional() }),
    reply: pageOf(StaffTenant),
  }),
  changeTenant: patch('/staff/tenants/{id}', {
    access: 'staff:plans',
    ...toStaff,
    stepUp: 'session',
    summary: 'Put a tenant on another plan',
    params: ById,
    body: z.strictObject({ plan: z.enum(plans) }),
    reply: StaffTenant,
    revised: true,
  }),
  suspendTenant: post('/staff/tenants/{id}/suspend', {
    access: 'staff:suspend',
    ...toStaff,
    stepUp: 'session',
    summary: 'Suspend a tenant',
    description:
      'Nobody and nothing of it is let in from the next request on; each is told the reason. Nothing is deleted.',
    params: ById,
    body: z.strictObject({ reason: Reason }),
    reply: StaffTenant,
    revised: true,
  }),
  resumeTenant: post('/staff/tenants/{id}/resume', {
    access: 'staff:suspend',
    ...toStaff,
    stepUp: 'session',
    summary: 'Let a suspended tenant work again',
    params: ById,
    body: z.strictObject({ reason: Reason }),
    reply: StaffTenant,
    revised: true,
  }),
  modules: get('/staff/modules', {
    access: 'staff:releases',
    ...toStaff,
    summary: 'List the modules, who publishes them, and what was done last',
    reply: z.object({ data: z.array(StaffModule) }),
  }),
}

const ofLooks = {
  looks: get('/staff/looks', {
    access: 'staff:look',
    ...toStaff,
    summary: 'List the looks that are asked for or running, newest first',
    reply: z.object({
      data: z.array(
        z.object({
          tenant: z.object({ id: Id, name: z.string() }),
          access: SupportAccess,
          mine: z.boolean().describe('Whether whoever asks may enter it'),
        }),
      ),
    }),
  }),
  requestLook: post('/staff/looks', {
    access: 'staff:look',
    ...toStaff,
    summary: 'Ask a tenant for a look into it',
    body: NewLook.extend({ tenantId: Id }),
    reply: SupportAccess,
    status: 201,
    limit: { requests: 30, seconds: 3600, per: 'principal' },
  }),
  enterLook: post('/staff/looks/{id}/enter', {
    access: 'staff:look',
    ...toStaff,
    summary: 'Begin or go on looking into a tenant that lets one',
    params: ById,
    reply: Look,
  }),
  endLook: post('/staff/looks/{id}/end', {
    access: 'staff:look',
    ...toStaff,
    summary: 'Withdraw a request of one’s own, or end the look',
    params: ById,
    reply: SupportAccess,
    revised: true,
  }),
}

export const staff = { ...ofSession, ...ofPeople, ...ofTenants, ...ofLooks }
