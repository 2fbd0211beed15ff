/** Apps: the doors of a project. Each belongs to one environment, and so does all that enters by it. */
import { z } from 'zod'
import { AppActivity } from './app-activity.ts'
import { AppVersion, VersionUpgrade } from './app-version.ts'
import { Confirmation, Deleted, Deletion } from './deletion.ts'
import { del, get, patch, post } from './endpoint.ts'
import { event } from './event.ts'
import { InApp, Page, pageOf } from './page.ts'
import { planRequestsMax } from './plan-limits.ts'
import { Environment, Id, Instant, label, Origin } from './values.ts'

export const ipRangesMax = 100

/** The API takes it apart and writes it in one way; this keeps out what cannot be one at a glance. */
export const IpRange = z
  .string()
  .trim()
  .max(64)
  .regex(
    /^[\da-fA-F:.]+(\/\d{1,3})?$/,
    'must be an address or a range like "203.0.113.0/24" or "2001:db8::/32"',
  )

export const App = z
  .object({
    id: Id,
    projectId: Id,
    name: z.string(),
    environment: Environment,
    origins: z.array(z.string()).describe('Web origins that may embed modules of this app'),
    ipAllowlist: z
      .array(z.string())
      .describe(
        'The ranges in CIDR notation from which keys of this app are taken; from everywhere where it is empty',
      ),
    embedId: Id.describe('Public; names the app in the address of our own frame'),
    requestsPerMinute: z
      .number()
      .int()
      .nullable()
      .describe(
        'How many requests a minute all of its keys and sessions may make together; null for as many as the tenant may',
      ),
    apiVersion: z.iso
      .date()
      .describe('The version of the API that its keys speak where a call names none'),
    createdAt: Instant,
    ...Deletion.shape,
    revision: z.number().int(),
  })
  .meta({ id: 'App' })
export type App = z.output<typeof App>

export const NewApp = z.strictObject({
  projectId: Id,
  name: label(80),
  environment: Environment,
  origins: z.array(Origin).max(20).default([]),
})
export type NewApp = z.input<typeof NewApp>

/** What is left out stays as it is. */
export const AppChange = z.strictObject({
  name: label(80).optional(),
  origins: z.array(Origin).max(20).optional(),
  ipAllowlist: z
    .array(IpRange)
    .max(ipRangesMax)
    .optional()
    .describe(
      'IPv4 and IPv6, single addresses too. They come back as they are kept: without what stands behind the prefix, and each once',
    ),
  requestsPerMinute: z
    .number()
    .int()
    .min(1)
    .max(planRequestsMax)
    .nullable()
    .optional()
    .describe('At most what the plan of the tenant allows; a key can only lower it'),
  confirm: z
    .boolean()
    .optional()
    .describe('Whether a key may shut its own address out, which is a conflict otherwise'),
})
export type AppChange = z.input<typeof AppChange>

/** What whoever changed an app had better know; nothing was refused for it. */
export const AppWarning = z.object({
  kind: z.enum(['own-address-not-covered']).describe('Keys used at your own address are refused'),
  address: z.string().nullable(),
})

export const ChangedApp = App.extend({ warnings: z.array(AppWarning) }).meta({ id: 'ChangedApp' })
export type ChangedApp = z.output<typeof ChangedApp>

/** What is configuration, and may be promoted from one environment to the other. */
export const settingNames = ['name', 'origins', 'ipAllowlist'] as const
export const SettingName = z.enum(settingNames)
export type SettingName = z.output<typeof SettingName>

const Setting = z.union([z.string(), z.array(z.string())])
export const AppComparison = z
  .object({
    a: App,
    b: App,
    differences: z
      .array(z.object({ field: SettingName, a: Setting, b: Setting }))
      .describe('The settings that differ; lists that hold the same in another order do not'),
  })
  .meta({ id: 'AppComparison' })
export type AppComparison = z.output<typeof AppComparison>

export const Promotion = z.strictObject({
  from: Id.describe('The app in the other environment whose settings are taken over'),
  fields: z
    .array(SettingName)
    .min(1)
    .max(settingNames.length)
    .refine((list) => new Set(list).size === list.length, 'must not name a field twice'),
  revision: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('That of `from` when it was compared: if it has another by now, nothing is promoted'),
  confirm: z
    .boolean()
    .optional()
    .describe('Whether the list may shut your own address out, which is a conflict otherwise'),
})
export type Promotion = z.input<typeof Promotion>

export const IpVerdict = z
  .object({
    ip: z.string(),
    passes: z.boolean(),
    because: z
      .enum(['no-allowlist', 'listed', 'not-listed'])
      .describe('An app without an allowlist takes its keys from everywhere'),
    range: z.string().nullable().describe('The range that lets it in: the narrowest that holds it'),
  })
  .meta({ id: 'IpVerdict' })
export type IpVerdict = z.output<typeof IpVerdict>

const AppParams = z.strictObject({ id: Id })

export const apps = {
  list: get('/apps', {
    access: 'apps:read',
    summary: 'List apps',
    description:
      'With `deleted=true` those that can be restored by themselves: what went with its project comes back with it.',
    query: z.strictObject({ ...InApp.shape, ...Page.shape, ...Deleted.shape }),
    reply: pageOf(App),
    embeddable: true,
    locked: 'no-customer-data',
  }),
  show: get('/apps/{id}', {
    access: 'apps:read',
    summary: 'Show an app',
    description: 'One that was deleted is shown as deleted, so that what names it has its name.',
    params: AppParams,
    reply: App,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  create: post('/apps', {
    access: 'apps:write',
    only: 'member',
    summary: 'Create an app',
    body: NewApp,
    reply: App,
    status: 201,
    idempotent: true,
  }),
  update: patch('/apps/{id}', {
    access: 'apps:write',
    summary: 'Change the settings of an app',
    description:
      'An allowlist without your own address is a conflict for a key, which could not go on, until it sends `confirm`; a member is warned in the answer.',
    params: AppParams,
    body: AppChange,
    reply: ChangedApp,
    idempotent: true,
    revised: true,
  }),
  delete: del('/apps/{id}', {
    access: 'apps:write',
    only: 'member',
    summary: 'Delete an app',
    description:
      'Ends its keys and embed sessions from the very next request on; where a key of production ends, that takes a second factor within the last five minutes. It can be restored for 7 days. Deleting again changes nothing.',
    params: AppParams,
    query: Confirmation,
    reply: App,
    idempotent: true,
    revised: true,
  }),
  restore: post('/apps/{id}/restore', {
    access: 'apps:write',
    only: 'member',
    summary: 'Restore a deleted app',
    description: 'Its keys work again as they did.',
    params: AppParams,
    reply: App,
    idempotent: true,
    revised: true,
  }),
  checkIp: get('/apps/{id}/check-ip', {
    access: 'apps:read',
    summary: 'Tell whether an address would pass',
    description: 'Answers by the rule that requests made with keys of this app are held to.',
    params: AppParams,
    query: z.strictObject({
      ip: z.string().trim().max(64).optional().describe('Your own address where it is left out'),
    }),
    reply: IpVerdict,
  }),
  activity: get('/apps/{id}/activity', {
    access: 'apps:read',
    summary: 'Show the activity of an app',
    description: 'The last 7 days in UTC, today included: what was asked with keys of this app.',
    params: AppParams,
    reply: AppActivity,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  version: get('/apps/{id}/api-version', {
    access: 'apps:read',
    summary: 'Show which version of the API an app speaks',
    description:
      'What a newer version would change, and which calls of the last 30 days that concerns. They are counted as they are answered, and a second behind at most.',
    params: AppParams,
    reply: AppVersion,
  }),
  upgradeVersion: post('/apps/{id}/api-version/upgrade', {
    access: 'apps:write',
    only: 'member',
    summary: 'Let an app speak a newer version of the API',
    description: 'From the next request on. For 72 hours it can be rolled back.',
    params: AppParams,
    body: VersionUpgrade,
    reply: App,
    idempotent: true,
    revised: true,
  }),
  rollBackVersion: post('/apps/{id}/api-version/roll-back', {
    access: 'apps:write',
    only: 'member',
    summary: 'Roll an app back to the version before its upgrade',
    params: AppParams,
    reply: App,
    idempotent: true,
    revised: true,
  }),
  compare: get('/apps/compare', {
    access: 'apps:read',
    only: 'member',
    summary: 'Compare an app over two environments',
    query: z.strictObject({
      a: Id,
      b: Id.describe('Of the same project, and of the other environment'),
    }),
    reply: AppComparison,
  }),
  promote: post('/apps/{id}/promote', {
    access: 'apps:write',
    only: 'member',
    summary: 'Take over settings of another environment',
    description:
      'What `compare` shows is what is taken over; `If-Match` names the target seen. An allowlist without your own address is a conflict until you send `confirm`.',
    params: AppParams,
    body: Promotion,
    reply: ChangedApp,
    idempotent: true,
    revised: true,
  }),
}

const AppRef = z.object({ appId: Id, projectId: Id })
export const appEvents = {
  created: event('apps.created', 'apps:read', AppRef, App),
  updated: event('apps.updated', 'apps:read', AppRef, App),
  deleted: event('apps.deleted', 'apps:read', AppRef, App),
  restored: event('apps.restored', 'apps:read', AppRef, App),
}
