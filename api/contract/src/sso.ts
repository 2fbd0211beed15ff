/**
 * Single sign-on by OpenID Connect: how a tenant sets it up, and the way in by it. The secret of the
 * client is written once and never shown again.
 */
import { z } from 'zod'
import { Session } from './auth.ts'
import { del, get, patch, post } from './endpoint.ts'
import { event } from './event.ts'
import { Email, Id, Instant, text } from './values.ts'

/** What a provider may make of somebody. Owners are made by owners alone. */
export const ssoRoles = ['admin', 'developer', 'analyst', 'viewer'] as const
const SsoRole = z.enum(ssoRoles)
export type SsoRole = (typeof ssoRoles)[number]

/** Why a look at the provider found it wanting. */
export const checkFaults = [
  'address-refused',
  'unreachable',
  'too-slow',
  'no-description',
  'other-issuer',
  'not-supported',
  'client-refused',
] as const

export const SsoConnection = z
  .object({
    issuer: z.string(),
    clientId: z.string(),
    enabled: z.boolean().describe('Whether people can come in by it'),
    required: z
      .boolean()
      .describe('Whether people of the verified domains come in by it alone; owners are excepted'),
    createsMembers: z.boolean().describe('Whether who is new becomes a member by signing in'),
    defaultRole: SsoRole.describe('Of whoever is new and has no role by the claim'),
    roleClaim: z.string().nullable().describe('The claim in which the provider tells groups'),
    roleMap: z.array(z.object({ value: z.string(), role: SsoRole })),
    factorCounts: z
      .boolean()
      .describe('Whether a second factor that the provider has seen is one for this tenant'),
    check: z.object({
      state: z.enum(['never', 'running', 'good', 'bad']),
      at: Instant.nullable(),
      fault: z.enum(checkFaults).nullable(),
    }),
  })
  .meta({ id: 'SsoConnection' })
export type SsoConnection = z.output<typeof SsoConnection>

export const SsoDomain = z
  .object({
    id: Id,
    domain: z.string(),
    record: z
      .object({ name: z.string(), value: z.string() })
      .describe('The TXT record that proves whose the domain is'),
    state: z.enum(['unverified', 'checking', 'verified', 'not-found', 'taken']),
    checkedAt: Instant.nullable(),
    verifiedAt: Instant.nullable(),
  })
  .meta({ id: 'SsoDomain' })
export type SsoDomain = z.output<typeof SsoDomain>

export const SsoSettings = z
  .object({
    redirectUri: z.string().describe('To be registered at the provider'),
    logoutUri: z.string().describe('For OpenID Connect Back-Channel Logout'),
    connection: SsoConnection.nullable(),
    domains: z.array(SsoDomain),
    revision: z.number().int().describe('Of the connection; 0 where there is none'),
  })
  .meta({ id: 'SsoSettings' })
export type SsoSettings = z.output<typeof SsoSettings>

const writes = {
  access: 'security:write',
  only: 'member',
  stepUp: 'session',
  idempotent: true,
} as const
const atDomain = z.strictObject({ id: Id })
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    'must be a domain like acme.example',
  )

export const sso = {
  show: get('/sso', {
    access: 'security:read',
    only: 'member',
    summary: 'Show how single sign-on is set up',
    reply: SsoSettings,
  }),
  configure: patch('/sso', {
    ...writes,
    summary: 'Set up single sign-on with a provider',
    description:
      'The secret may be left out where one is kept for the same issuer and client. What is changed is looked at again before it can be switched on.',
    body: z.strictObject({
      issuer: z.url().max(500).describe('As the provider’s own description names it'),
      clientId: text(300),
      clientSecret: z.string().min(1).max(1000).optional(),
      createsMembers: z.boolean(),
      defaultRole: SsoRole,
      roleClaim: z
        .string()
        .regex(/^[\w:./-]{1,200}$/, 'must be the name of a claim')
        .nullable(),
      roleMap: z.array(z.strictObject({ value: text(300), role: SsoRole })).max(50),
      factorCounts: z.boolean(),
    }),
    reply: SsoSettings,
    revised: true,
  }),
  check: post('/sso/check', {
    ...writes,
    summary: 'Look whether the provider answers',
    description:
      'Reads its description and shows it our client. The outcome stands in `check`, and an event tells of it.',
    reply: SsoSettings,
    limit: { requests: 10, seconds: 60, per: 'principal' },
  }),
  switch: patch('/sso/switch', {
    ...writes,
    summary: 'Switch single sign-on on or off, or require it',
    description:
      'It takes a verified domain and a provider that was found good. Once it is required, open sessions that came in otherwise end, but for those of owners.',
    body: z.strictObject({ enabled: z.boolean(), required: z.boolean() }),
    reply: SsoSettings,
    revised: true,
  }),
  remove: del('/sso', {
    ...writes,
    summary: 'Forget the provider',
    description: 'Sessions that came in by it end. The domains stay.',
  }),
  claimDomain: post('/sso/domains', {
    ...writes,
    summary: 'Claim a domain of e-mail addresses',
    body: z.strictObject({ domain }),
    reply: SsoDomain,
    status: 201,
  }),
  checkDomain: post('/sso/domains/{id}/check', {
    ...writes,
    summary: 'Look for the record that proves a domain',
    description: 'A domain is verified by one tenant alone.',
    params: atDomain,
    reply: SsoDomain,
    limit: { requests: 30, seconds: 60, per: 'principal' },
  }),
  releaseDomain: del('/sso/domains/{id}', {
    ...writes,
    summary: 'Give up a domain',
    description: 'The last proved one is a conflict while single sign-on is on.',
    params: atDomain,
  }),
}

/** Why somebody who came back from their provider was not let in. */
export const signOnFaults = [
  'not-offered',
  'over',
  'provider-failed',
  'not-proved',
  'email-unverified',
  'email-unusable',
  'other-domain',
  'no-member',
  'kept-out',
  'other-account',
] as const

export const signOn = {
  begin: post('/sign-on/begin', {
    access: 'public',
    summary: 'Begin to sign in with one’s company',
    description:
      'The answer is the same whatever the address is. A cookie binds what follows to this browser, for ten minutes.',
    body: z.strictObject({ email: Email }),
    status: 202,
    limit: { requests: 30, seconds: 60, per: 'ip' },
  }),
  start: post('/sign-on/start', {
    access: 'public',
    summary: 'Ask where the provider is',
    description:
      'For the address that this browser began with. Refused with `sign-on-failed` where its domain has no single sign-on; it says nothing of the person.',
    reply: z.object({ url: z.string().describe('Where the browser goes on') }),
    limit: { requests: 30, seconds: 60, per: 'ip' },
  }),
  finish: post('/sign-on/finish', {
    access: 'public',
    summary: 'Come in with what the provider said',
    description:
      'The page that the provider leads back to sends on what stands in its address. It works once.',
    body: z.strictObject({
      tenantId: Id.describe('Of the address that the provider led back to'),
      code: z.string().min(1).max(4000),
      state: z.string().min(1).max(200),
      iss: z.string().max(500).optional(),
    }),
    reply: Session,
    limit: { requests: 60, seconds: 60, per: 'ip' },
  }),
}

export const ssoEvents = {
  changed: event(
    'sso.changed',
    'security:read',
    z.object({ tenantId: Id }),
    z.object({ enabled: z.boolean(), required: z.boolean() }),
  ),
}
