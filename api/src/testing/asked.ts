/** What the requests of tests are made of. */
import type { Environment } from '@sonaqor/contract/access'
import type { SonaqorContract } from '@sonaqor/contract/contract'
import type { RequestOf } from '@sonaqor/contract/endpoint'

/** One of each kind of thing that somebody has. */
export interface Belongings {
  readonly tenantId: string
  readonly environment: Environment
  readonly projectId: string
  /** One that may be deleted, and one that was and may be restored. */
  readonly spareProjectId: string
  readonly deletedProjectId: string
  readonly appId: string
  /** In the same project and the other environment. */
  readonly siblingAppId: string
  readonly spareAppId: string
  readonly deletedAppId: string
  /** A key that may be revoked. */
  readonly keyId: string
  readonly logEntryId: string
  /** Of the key whose line that is, which nobody ends. */
  readonly loggedKeyId: string
  readonly logViewId: string
  /** Where webhooks go to, and one that may be deleted. */
  readonly endpointId: string
  readonly spareEndpointId: string
  /** To that endpoint; it arrived. */
  readonly deliveryId: string
  /** In the test inbox of the app, which one of production does not have. */
  readonly inboxMessageId: string
  readonly embedSessionId: string
  /** Works once. */
  readonly clientSecret: string
  readonly customer: string
  readonly transaction: string
  /** Somebody of the team who asks for nothing. */
  readonly memberId: string
  readonly inviteId: string
  readonly tenantName: string
  /** One that is open, and one that is signed. */
  readonly reviewId: string
  readonly reviewItemId: string
  readonly signedReviewId: string
  /** A domain of e-mail addresses that is claimed. */
  readonly ssoDomainId: string
  /** A look into the tenant that staff asked for, and one that is running. */
  readonly askedLookId: string
  readonly runningLookId: string
  /** In the owner's inbox. */
  readonly notificationId: string
  /** An export that a key of the app has started, and that was cancelled. */
  readonly jobId: string
}

/** Who asks, where an endpoint wants to know it from what is sent. */
export interface Asker {
  readonly email: string
  readonly password: string
  readonly origin: string
}

type Filled<E> = (of: Belongings, by: Asker) => RequestOf<E>
export type Everything = {
  readonly [A in keyof SonaqorContract]: {
    readonly [V in keyof SonaqorContract[A]]: Filled<SonaqorContract[A][V]>
  }
}

/** Nothing has this id; whether somebody may is asked before. */
export const nothing = '00000000-0000-7000-8000-000000000000'
