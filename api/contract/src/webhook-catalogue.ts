/** Which events webhooks bring, and what each of them tells, in a line. */
import { z } from 'zod'
import type { Scope } from './access.ts'
import { eventTypes } from './contract.ts'
import type { EventType } from './event.ts'
import { Instant } from './values.ts'

type Told = (typeof eventTypes)[number]

/** What screens alone need to hear, or one member alone. */
type Kept = `jobs.${string}` | `notifications.${string}` | OfScreens
type OfScreens = `webhooks.${'attempted' | 'received' | 'inbox-changed'}`
export type OfferedName = Exclude<Told['name'], Kept>
export type DataOf<Name extends OfferedName> = z.output<Extract<Told, { name: Name }>['data']>

export type OfferedEvent = EventType<OfferedName> & { readonly scope: Scope }

/** Whoever adds an event says here what it tells, or it does not compile. */
export const eventSummaries: Readonly<Record<OfferedName, string>> = {
  'team.invited': 'Somebody was invited to the team.',
  'team.invite-renewed': 'An invitation was sent again, and its old link works no more.',
  'team.invite-cancelled': 'An invitation was cancelled before anybody took it.',
  'team.joined': 'Somebody took an invitation and is a member now.',
  'team.role-changed': 'A member was given another role.',
  'team.compliance-changed': 'The compliance scopes were given to a member, or taken away.',
  'team.factors-reset': 'The second factors of a member were taken away, to be set up anew.',
  'team.suspended': 'A member was suspended, and all of their sessions ended.',
  'team.resumed': 'A suspended member was let in again.',
  'team.removed': 'A member left the team or was removed from it.',
  'security.changed': 'How members have to sign in was changed.',
  'sso.changed': 'Single sign-on was set up, required, or switched off.',
  'reviews.started': 'An access review was started.',
  'reviews.decided': 'It was decided on a line of an access review.',
  'reviews.signed': 'An access review was signed and changes no more.',
  'reviews.discarded': 'An open access review was discarded.',
  'projects.created': 'A project was created.',
  'projects.updated': 'The name or the description of a project was changed.',
  'projects.deleted': 'A project was deleted; it can be restored for a week.',
  'projects.restored': 'A deleted project was restored.',
  'apps.created': 'An app was created.',
  'apps.updated': 'The settings of an app were changed.',
  'apps.deleted': 'An app was deleted, and its keys work no more; it can be restored for a week.',
  'apps.restored': 'A deleted app was restored.',
  'keys.issued': 'An API key was issued.',
  'keys.first-used': 'An API key was used for the first time.',
  'keys.updated': 'The settings of an API key were changed.',
  'keys.rotated': 'An API key was given a new secret.',
  'keys.overlap-ended': 'The old secret of a rotated API key works no more.',
  'keys.revoked': 'An API key was revoked, and works no more.',
  'keys.expired': 'An API key reached the day that it was issued until.',
  'customers.ingested': 'Customers were sent in: how many are new, and how many were changed.',
  'transactions.ingested': 'Transactions were sent in: how many are new.',
  'webhooks.created': 'A webhook endpoint was created.',
  'webhooks.updated': 'The settings of a webhook endpoint were changed.',
  'webhooks.paused': 'A webhook endpoint was paused.',
  'webhooks.resumed': 'A paused or disabled webhook endpoint goes on.',
  'webhooks.disabled': 'A webhook endpoint was disabled: it failed for days, or answered 410.',
  'webhooks.deleted': 'A webhook endpoint was deleted.',
  'webhooks.secret-rotated': 'A webhook endpoint was given a new secret.',
  'webhooks.old-secret-ended': 'The old secret of a webhook endpoint signs no more.',
  'webhooks.certificate-set': 'A webhook endpoint was given a client certificate.',
  'webhooks.certificate-removed': 'The client certificate of a webhook endpoint was removed.',
  'embeds.opened': 'An embed session was opened.',
  'embeds.ended': 'A page ended its embed session.',
  'embeds.revoked': 'An embed session was revoked.',
  'embeds.all-revoked': 'All embed sessions of an app, or of one of its users, were revoked.',
  'supportAccess.requested': 'Sonaqor’s staff asked to look into the tenant.',
  'supportAccess.opened': 'Sonaqor’s staff may look into the tenant, for a time.',
  'supportAccess.denied': 'A look of Sonaqor’s staff was denied.',
  'supportAccess.withdrawn': 'Sonaqor’s staff took back that they had asked to look.',
  'supportAccess.ended': 'A look of Sonaqor’s staff was ended.',
}

const everyEvent: readonly EventType[] = eventTypes

export const offeredEvents: readonly OfferedEvent[] = everyEvent.filter(isOffered)

function isOffered(type: EventType): type is OfferedEvent {
  return Object.hasOwn(eventSummaries, type.name) && type.scope !== 'member'
}

/** What is sent, whole. */
export const payloadOf = ({ name, data }: OfferedEvent) =>
  z.object({
    type: z.literal(name),
    timestamp: Instant.describe('When it happened'),
    data,
  })
