import type { StaffSession } from '@sonaqor/contract/staff'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import type { AskStepUp } from '@sonaqor/embed/host'

export type StaffApi = Pick<StaffClient, 'staff'>

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
