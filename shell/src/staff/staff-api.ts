import type { Client } from '@sonaqor/contract/client'
import type { StaffSession } from '@sonaqor/contract/staff'
import type { AskStepUp } from '@sonaqor/embed/host'

export type StaffApi = Pick<Client, 'staff'>
/** Asked without a token, before anybody is signed in. */
export type OpenApi = Pick<Client, 'staff' | 'auth'>

export interface DeskOptions {
  /** Sends without a token: the cookie is what renews. */
  readonly open: StaffApi
  readonly session: StaffSession
  readonly askStepUp: AskStepUp
  /** There is no session to renew any more. */
  readonly onEnded: () => void
}

/** Requests of whoever of the staff is signed in; a second factor is asked for where one is wanted. */
export type OpenDesk = (options: DeskOptions) => StaffApi
