/** Sign-in of people. The refresh token lives in a cookie that no script can read. */
import { z } from 'zod'
import { post } from './endpoint.ts'
import { Environment, Id, Instant, Role, ScopeName } from './values.ts'

export const Me = z
  .object({
    person: z.object({ id: Id, name: z.string(), email: z.string() }),
    tenant: z.object({ id: Id, name: z.string() }),
    tenants: z
      .array(z.object({ id: Id, name: z.string() }))
      .describe('All that this person is a member of'),
    role: Role,
    scopes: z.array(ScopeName),
    environments: z.array(Environment),
  })
  .meta({ id: 'Me' })
export type Me = z.output<typeof Me>

export const Session = z
  .object({
    token: z.string().describe('An EdDSA JWT for the Authorization header'),
    expiresIn: z.number().int().describe('Seconds from receipt'),
    sessionEndsAt: Instant.describe('The absolute end of the session, whatever is renewed'),
    me: Me,
  })
  .meta({ id: 'Session' })
export type Session = z.output<typeof Session>

export const auth = {
  signIn: post('/auth/sign-in', {
    access: 'public',
    summary: 'Sign in with e-mail and password',
    body: z.strictObject({
      email: z.email().max(254),
      password: z.string().min(1).max(128),
      tenantId: Id.optional().describe('Which tenant to enter; else the one entered last'),
    }),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
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
  signOut: post('/auth/sign-out', {
    access: 'public',
    summary: 'End this session',
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
}
