import type { Scope } from '@sonaqor/contract/access'
import type { TeamMember, TeamOrder } from '@sonaqor/contract/team'
import { useLive, useModule, usePages, useQuery, useReadAgain } from '@sonaqor/module'
import type { TeamFilter } from './team-filter.ts'

/** What the API takes. */
const searchAtMost = 80

const secondFactors = { yes: 'true', no: 'false', '': undefined } as const

/** Members and open invitations, page by page. */
export function useTeam({ role, state, factor, search }: TeamFilter, order: TeamOrder) {
  const { api } = useModule()
  const narrowed = {
    role: role || undefined,
    state: state || undefined,
    secondFactor: secondFactors[factor],
    search: search.trim().slice(0, searchAtMost) || undefined,
    order,
  }
  return usePages(['team', narrowed], (cursor) => api.team.list({ query: { ...narrowed, cursor } }))
}

/** Reads again whatever is in view of the team when something becomes of it elsewhere. */
export function useFollowTeam() {
  const readAgain = useReadAgain('team')
  useLive('team', () => void readAgain())
}

/** What one member is kept by, apart from the lists that they stand in. */
export const ofMember = (id: string) => ['team', 'one', id]

/** One member or invitation, who need not be among those in view. `known` is what the list says. */
export function useMember(id: string, known: TeamMember | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ofMember(id),
    queryFn: () => api.team.show({ params: { id } }),
    ...(known && { initialData: known }),
  })
}

/**
 * Whether there is one active owner alone, who has to stay one. Undefined until that is known, and for
 * whoever it stops from nothing.
 */
export function useIsOneOwner(): boolean | undefined {
  const { api, can } = useModule()
  const query = { role: 'owner', state: 'active', limit: 2 } as const
  const owners = useQuery({
    queryKey: ['team', 'owners'],
    queryFn: () => api.team.list({ query }),
    enabled: can('team:own'),
  })
  return owners.data && owners.data.data.length === 1
}

/** Of what is asked whether a member may do it: an operation of the API, or a scope. */
export type Asked = { readonly operation: string } | { readonly scope: Scope }

export function useExplanation(memberId: string, asked: Asked | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['team', 'explained', memberId, asked],
    queryFn: () => api.team.explain({ params: { id: memberId }, query: asked ?? {} }),
    enabled: asked !== undefined,
  })
}
