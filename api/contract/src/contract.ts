/** Every endpoint and every event, by area. One line for each area. */
import { account } from './account.ts'
import { apps, appEvents } from './apps.ts'
import { audit } from './audit.ts'
import { auth } from './auth.ts'
import { customers, customerEvents } from './customers.ts'
import { demo } from './demo.ts'
import { drafts } from './drafts.ts'
import { embeds, embedEvents } from './embeds.ts'
import { dataExports } from './exports.ts'
import { jobEvents, jobs } from './jobs.ts'
import { keys, keyEvents } from './keys.ts'
import { logViews } from './log-views.ts'
import { logs } from './logs.ts'
import { me } from './me.ts'
import { notificationEvents, notifications } from './notifications.ts'
import { preferences } from './preferences.ts'
import { projects, projectEvents } from './projects.ts'
import { registry, releases } from './releases.ts'
import { reviewEvents, reviews } from './reviews.ts'
import { security, securityEvents } from './security.ts'
import { sessions } from './sessions.ts'
import { signOn, sso, ssoEvents } from './sso.ts'
import { staff } from './staff.ts'
import { supportAccess, supportAccessEvents } from './support-access.ts'
import { invites } from './invites.ts'
import { team, teamEvents } from './team.ts'
import { transactions, transactionEvents } from './transactions.ts'
import { webhookInbox } from './webhook-inbox.ts'
import { webhookEvents, webhooks } from './webhooks.ts'

export const contract = {
  auth,
  account,
  sessions,
  signOn,
  sso,
  preferences,
  drafts,
  me,
  demo,
  notifications,
  team,
  invites,
  security,
  reviews,
  projects,
  apps,
  keys,
  logs,
  logViews,
  customers,
  transactions,
  webhooks,
  webhookInbox,
  embeds,
  releases,
  registry,
  audit,
  jobs,
  exports: dataExports,
  supportAccess,
  staff,
}
export type SonaqorContract = typeof contract

/** Each with a type of its own, so that what lists all of them can be held to it. */
function eventsOf<Area extends object>(area: Area): readonly EachOf<Area>[] {
  return Object.values(area)
}
type EachOf<Area> = Area extends unknown ? Area[keyof Area] : never

export const eventTypes = [
  notificationEvents,
  teamEvents,
  securityEvents,
  ssoEvents,
  reviewEvents,
  projectEvents,
  appEvents,
  keyEvents,
  customerEvents,
  transactionEvents,
  webhookEvents,
  embedEvents,
  supportAccessEvents,
  jobEvents,
].flatMap(eventsOf)
