import type { Transport } from '@sonaqor/contract/client'
import { authorisedTransport, createSession, grantOfMember } from '@sonaqor/embed/host'
import type { MemberSession } from './member-session.ts'

/** Requests of whoever is signed in, where no host stands yet that would send them. */
export function memberTransport(member: Pick<MemberSession, 'state' | 'renew'>): Transport {
  const state = member.state()
  const session = createSession({
    grant: 'session' in state ? grantOfMember(state.session, 'sandbox') : undefined,
    renew: async () => grantOfMember(await member.renew(), 'sandbox'),
  })
  return authorisedTransport(location.origin, session)
}
