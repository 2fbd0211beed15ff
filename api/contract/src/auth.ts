/** Sign-in of people. The refresh token lives in a cookie that no script can read. */
import { z } from 'zod'
import { post } from './endpoint.ts'
import {
  Assertion,
  onePlease,
  Operation,
  PasskeyOptions,
  proofFields,
  provesOne,
} from './factors.ts'
import { locales } from './notification-kinds.ts'
import { GivenPassword, NewPassword } from './password.ts'
import { Email, Environment, Id, Instant, Role, ScopeName, text } from './values.ts'

export const Me = z
  .object({
    person: z.object({ id: Id, name: z.string(), email: z.string() }),
    tenant: z.object({
      id: Id,
      name: z.string(),
      plan: z.string().optional().describe('What it pays for: `free`'),
    }),
    tenants: z
      .array(z.object({ id: Id, name: z.string() }))
      .describe('All that this person is a member of'),
    role: Role,
    compliance: z.boolean().describe('Whether the compliance scopes are held beside the role'),
    scopes: z
      .array(ScopeName)
      .describe('None while the tenant asks for a second factor that this session has not shown'),
    secondFactorMissing: z.boolean(),
    environments: z.array(Environment),
  })
  .meta({ id: 'Me' })
export type Me = z.output<typeof Me>

export const Session = z
  .object({
    token: z.string().describe('An EdDSA JWT for the Authorization header'),
    expiresIn: z.number().int().describe('Seconds from receipt'),
    sessionEndsAt: Instant.describe('The absolute end of the session, whatever is renewed'),
    idleEndsAt: Instant.describe(
      'When it ends by itself if nothing is asked for until then; each renewal moves it on',
    ),
    me: Me,
  })
  .meta({ id: 'Session' })
export type Session = z.output<typeof Session>

const LinkToken = z
  .string()
  .min(1)
  .max(64)
  .describe('What stands behind the # of the link; it works once, for 30 minutes')

export const auth = {
  signIn: post('/auth/sign-in', {
    access: 'public',
    summary: 'Sign in with e-mail and password',
    description:
      'Whoever has a second factor is refused with `second-factor-required`, and goes on with the ticket of that problem at `auth.verifyMfa`. A browser that they trust is not asked.',
    body: z.strictObject({
      email: Email,
      password: GivenPassword,
      tenantId: Id.optional().describe('Which tenant to enter; else the one entered last'),
    }),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  verifyMfa: post('/auth/verify-mfa', {
    access: 'public',
    summary: 'Finish a sign-in with a second factor',
    body: z
      .strictObject({
        ticket: z.string().min(1).max(64).describe('Of the problem `second-factor-required`'),
        ...proofFields,
        trustDevice: z
          .boolean()
          .default(false)
          .describe('This browser is then not asked again for thirty days'),
      })
      .refine(provesOne, onePlease),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  passkeyOptions: post('/auth/passkey-options', {
    access: 'public',
    summary: 'Ask for what a passkey has to sign',
    body: z.strictObject({
      ticket: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .describe('Of a sign-in that waits; without one, any passkey of this browser will do'),
    }),
    reply: z.object({ options: PasskeyOptions }),
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  signInWithPasskey: post('/auth/passkey-sign-in', {
    access: 'public',
    summary: 'Sign in with a passkey alone',
    body: z.strictObject({ passkey: Assertion, tenantId: Id.optional() }),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  stepUpOptions: post('/auth/step-up-options', {
    access: 'member',
    withoutFactor: true,
    summary: 'Ask which second factors could be shown',
    reply: z.object({
      methods: z.array(z.string()).describe('`totp`, `passkey`, `recovery-code`'),
      options: PasskeyOptions.nullable().describe('What a passkey has to sign'),
    }),
  }),
  stepUp: post('/auth/step-up', {
    access: 'member',
    withoutFactor: true,
    summary: 'Confirm with a second factor',
    description:
      'Without an operation the session has shown it, for five minutes. With the one that a refused call was told, the answer holds a proof for that very call alone, to be sent along in `Step-Up-Proof` when it is sent again as it was.',
    body: z
      .strictObject({
        ...proofFields,
        operation: Operation.optional(),
      })
      .refine(provesOne, onePlease),
    reply: z.object({ until: Instant, proof: z.string().nullable() }),
    limit: { requests: 30, seconds: 60, per: 'principal' },
  }),
  refresh: post('/auth/refresh', {
    access: 'public',
    summary: 'Renew the access token from the refresh cookie',
    reply: Session,
    limit: { requests: 120, seconds: 60, per: 'ip' },
  }),
  resume: post('/auth/resume', {
    access: 'public',
    summary: 'Take up the session that this browser has, if it has one',
    description:
      'What a page asks first. A browser without a session is no failure: the answer is null, where `auth.refresh` would refuse.',
    reply: z.object({ session: Session.nullable() }),
    limit: { requests: 120, seconds: 60, per: 'ip' },
  }),
  switchTenant: post('/auth/switch-tenant', {
    access: 'public',
    summary: 'Exchange the session for one in another tenant',
    description:
      'For a person who is a member of several. It asks for no password, and so the new session ends when the old one would have.',
    body: z.strictObject({ tenantId: Id }),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  requestReset: post('/auth/request-reset', {
    access: 'public',
    summary: 'Ask for a link to set a new password',
    description:
      'The answer is the same whether or not anybody is known by the address. At most three mails an hour are sent to one.',
    body: z.strictObject({ email: Email }),
    status: 202,
    limit: { requests: 30, seconds: 3600, per: 'ip' },
  }),
  checkLink: post('/auth/check-link', {
    access: 'public',
    summary: 'Ask whether the link of a mail is still good',
    description:
      'Asking uses nothing up. One that was used, is over or was never made is told at `#/token`.',
    body: z.strictObject({ token: LinkToken, kind: z.enum(['reset', 'sign-up']) }),
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
  resetPassword: post('/auth/reset-password', {
    access: 'public',
    summary: 'Set a new password by the link',
    description:
      'Every session of the person ends, in all tenants, and no browser is trusted any more. Second factors stay. A link that is over is told at `#/token`, a password that is not taken at `#/password`.',
    body: z.strictObject({ token: LinkToken, password: NewPassword }),
    limit: { requests: 30, seconds: 60, per: 'ip' },
  }),
  signUp: post('/auth/sign-up', {
    access: 'public',
    summary: 'Ask for a link to found a tenant',
    description:
      'The answer is the same whether or not somebody is known by the address; who is, is told by mail, and adds the tenant after signing in (`account.addTenant`).',
    body: z.strictObject({
      tenantName: text(120),
      name: text(120).describe('Of the person, who becomes its owner'),
      email: Email,
      locale: z.enum(locales).optional().describe('In which the mail is written'),
    }),
    status: 202,
    limit: { requests: 20, seconds: 3600, per: 'ip' },
  }),
  confirmSignUp: post('/auth/confirm-sign-up', {
    access: 'public',
    summary: 'Found the tenant by the link, and enter it',
    body: z.strictObject({ token: LinkToken, password: NewPassword }),
    reply: Session,
    limit: { requests: 30, seconds: 60, per: 'ip' },
  }),
  confirmEmail: post('/auth/confirm-email', {
    access: 'public',
    summary: 'Confirm a new e-mail address by the link',
    description:
      'A conflict where the provider of their company is required meanwhile; the link stays good.',
    body: z.strictObject({ token: LinkToken }),
    limit: { requests: 30, seconds: 60, per: 'ip' },
  }),
  signOut: post('/auth/sign-out', {
    access: 'public',
    summary: 'End this session',
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
}
