import { createStaffClient } from '@sonaqor/contract/staff-client'
import type { Look, StaffSession } from '@sonaqor/contract/staff'
import { authorisedTransport, createSession, steppingUp, type Grant } from '@sonaqor/embed/host'
import type { OpenDesk } from './staff-api.ts'

/** What is the same for every grant of staff: they stand in no app, and none of their views is named. */
const nowhere = {
  app: undefined,
  environment: 'production',
  views: undefined,
  embedId: undefined,
} as const

function grantOfStaff({ token, expiresIn, me }: StaffSession): Grant {
  const tenant = { id: '', name: 'Sonaqor' }
  const principal = { kind: 'member', id: me.id, name: me.name, tenant, scopes: [] } as const
  return { ...nowhere, token, expiresIn, principal }
}

/** What a module is told of whoever looks into a tenant: they hold what the tenant has lent, and no more. */
export function grantOfLook(look: Look): Grant {
  const { token, expiresIn, tenant, access, scopes, environments } = look
  const principal = { kind: 'member', id: access.id, name: 'Sonaqor', tenant, scopes } as const
  const environment = environments.includes('production') ? 'production' : 'sandbox'
  return { ...nowhere, token, expiresIn, principal, environment }
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
