import type { Role } from '@sonaqor/contract/access'
import type { TeamMember, TeamOrder } from '@sonaqor/contract/team'
import { useViewState } from '@sonaqor/module'
import type { Order } from '@sonaqor/ui'
import { isRole } from './rights/role-words.ts'

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = { role: '', state: '', factor: '', search: '' }
const nothingChosen = {
  ...nothingFiltered,
  tab: 'members',
  order: 'name',
  member: '',
  review: '',
  open: '',
}

const listed = ['active', 'invited', 'suspended'] as const
export const factorStates = ['yes', 'no'] as const
const orders: readonly TeamOrder[] = ['name', 'joined', 'seen']
export const teamTabs = ['members', 'log', 'reviews'] as const
export type TeamTab = (typeof teamTabs)[number]

export type Narrowing = typeof nothingFiltered

/** What the list is narrowed to; the empty value is no filter. */
export interface TeamFilter extends Narrowing {
  readonly role: Role | ''
  readonly state: (typeof listed)[number] | ''
  readonly factor: (typeof factorStates)[number] | ''
}

/** What is in view of the team, as the address has it, and how it is changed. */
export function useTeamFilter() {
  const [{ tab, order, member, review, open, ...chosen }, choose] = useViewState(nothingChosen)
  const filter: TeamFilter = {
    ...chosen,
    role: isRole(chosen.role) ? chosen.role : '',
    state: oneOf(listed, chosen.state) ?? '',
    factor: oneOf(factorStates, chosen.factor) ?? '',
  }
  return {
    filter,
    isFiltered: Object.values(filter).some((value) => value !== ''),
    narrow: (part: Partial<Narrowing>) => choose({ ...part, member: '' }),
    /** What is typed is told a moment later, and closes nobody who was opened meanwhile. */
    seek: (search: string) => choose({ search }),
    clear: () => choose({ ...nothingFiltered, member: '' }),
    order: oneOf(orders, order) ?? 'name',
    sort: (by: TeamOrder) => choose({ order: by }),
    openMember: member || undefined,
    showMember: (id: string | undefined) => choose({ member: id ?? '' }, 'beside'),
    tab: oneOf(teamTabs, tab) ?? 'members',
    turn: (to: TeamTab) => choose({ tab: to, member: '', review: '' }),
    openReview: review || undefined,
    showReview: (id: string | undefined) => choose({ review: id ?? '' }, 'beside'),
    /** What is open above the page; the command menu and links open it by the address. */
    above: oneOf(['invite', 'permissions'] as const, open),
    openAbove: (what: 'invite' | 'permissions' | undefined) => choose({ open: what ?? '' }),
  }
}

function oneOf<Known extends string>(known: readonly Known[], text: string): Known | undefined {
  return known.find((one) => one === text)
}

/** Which way the API puts members in each order. */
const descending: Readonly<Record<TeamOrder, boolean>> = { name: false, joined: true, seen: true }

export const orderOf = (by: TeamOrder): Order => ({ by, descending: descending[by] })

export const isOrder = (text: string): text is TeamOrder => Object.hasOwn(descending, text)

/** An invitation is past its time, and its link opens nothing; it can be sent again. */
export const isExpired = ({ invitation }: Pick<TeamMember, 'invitation'>) =>
  invitation !== null && Date.parse(invitation.expiresAt) <= Date.now()
