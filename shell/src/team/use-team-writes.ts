import type { Role } from '@sonaqor/contract/access'
import type { TeamMember } from '@sonaqor/contract/team'
import { useModule, useWrite } from '@sonaqor/module'

type Of = Pick<TeamMember, 'id' | 'revision'>

/** What names a member in a write, and which state of theirs was seen. */
const seen = ({ id, revision }: Of) => ({ params: { id }, ifMatch: revision })

interface Invited {
  readonly emails: readonly string[]
  readonly role: Role
}

export function useInvite() {
  const { api } = useModule()
  return useTeamWrite(({ emails, role }: Invited) =>
    api.team.invite({ body: { emails: [...emails], role } }),
  )
}

export function useResend() {
  const { api } = useModule()
  return useTeamWrite(({ id }: Of) => api.team.resendInvite({ params: { id } }))
}

export function useCancelInvite() {
  const { api } = useModule()
  return useTeamWrite(({ id }: Of) => api.team.cancelInvite({ params: { id } }))
}

export function useChangeRole() {
  const { api } = useModule()
  return useTeamWrite(({ of, role }: { readonly of: Of; readonly role: Role }) =>
    api.team.changeRole({ ...seen(of), body: { role } }),
  )
}

export function useSetCompliance() {
  const { api } = useModule()
  return useTeamWrite(({ of, compliance }: { readonly of: Of; readonly compliance: boolean }) =>
    api.team.setCompliance({ ...seen(of), body: { compliance } }),
  )
}

export function useResetFactors() {
  const { api } = useModule()
  return useTeamWrite((of: Of) => api.team.resetFactors(seen(of)))
}

export function useSuspend() {
  const { api } = useModule()
  return useTeamWrite((of: Of) => api.team.suspend(seen(of)))
}

export function useResume() {
  const { api } = useModule()
  return useTeamWrite((of: Of) => api.team.resume(seen(of)))
}

export function useRemove() {
  const { api } = useModule()
  return useTeamWrite((of: Of) => api.team.remove(seen(of)))
}

/** After it nothing of this page may be read any more, and the host says what comes next. */
export function useLeave() {
  const { api } = useModule()
  return useTeamWrite((tenant: string) => api.team.leave({ body: { tenant } }))
}

const useTeamWrite = <Data, Input>(write: (input: Input) => Promise<Data>) =>
  useWrite({ areas: ['team'], write })
