import { createStaffClient } from '@sonaqor/contract/staff-client'
import type { StaffSession } from '@sonaqor/contract/staff'
import { authorisedTransport, createSession, steppingUp, type Grant } from '@sonaqor/embed/host'
import { nowhere } from './look/grant-of-look.ts'
import type { OpenDesk } from './staff-api.ts'

function grantOfStaff({ token, expiresIn, me }: StaffSession): Grant {
  const tenant = { id: '', name: 'Sonaqor' }
  const principal = { kind: 'member', id: me.id, name: me.name, tenant, scopes: [] } as const
  return { ...nowhere, token, expiresIn, principal }
}

/** Requests of whoever of the staff is signed in; a second factor is asked for where one is wanted. */
export const openDesk: OpenDesk = ({ open, session, askStepUp, onEnded }) => {
  const held = createSession({
    grant: grantOfStaff(session),
    renew: async () => {
      const { session: next } = await open.staff.resume()
      if (next) return grantOfStaff(next)
      onEnded()
      throw new Error('The session has ended.')
    },
  })
  return createStaffClient(steppingUp(authorisedTransport(location.origin, held), askStepUp))
}
