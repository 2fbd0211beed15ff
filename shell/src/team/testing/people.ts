import type { TeamMember } from '@sonaqor/contract/team'
import { ago, dayMs, hourMs, minuteMs } from '@sonaqor/storybook/fixtures/time'

export function memberOf(change: Partial<TeamMember> = {}): TeamMember {
  return {
    id: '01920000-0000-7000-8000-00000000d001',
    person: { name: 'Ada Moreau', email: 'ada@northwind.example' },
    role: 'owner',
    compliance: false,
    state: 'active',
    joinedAt: ago(420 * dayMs),
    lastSeenAt: ago(2 * minuteMs),
    secondFactor: true,
    invitation: null,
    you: false,
    revision: 1,
    ...change,
  }
}

export const ada = memberOf({ you: true })

export const clara = memberOf({
  id: '01920000-0000-7000-8000-00000000d002',
  person: { name: 'Clara Osei', email: 'clara@northwind.example' },
  role: 'admin',
  compliance: true,
  joinedAt: ago(210 * dayMs),
  lastSeenAt: ago(5 * hourMs),
})

export const dana = memberOf({
  id: '01920000-0000-7000-8000-00000000d003',
  person: { name: 'Dana Whitlock', email: 'dana@northwind.example' },
  role: 'developer',
  joinedAt: ago(90 * dayMs),
  lastSeenAt: ago(40 * dayMs),
  secondFactor: false,
})

export const rufus = memberOf({
  id: '01920000-0000-7000-8000-00000000d004',
  person: { name: 'Rufus Hale', email: 'rufus@northwind.example' },
  role: 'viewer',
  state: 'suspended',
  joinedAt: ago(60 * dayMs),
  lastSeenAt: null,
  secondFactor: false,
})

export const invited = memberOf({
  id: '01920000-0000-7000-8000-00000000d005',
  person: { name: '', email: 'grace@northwind.example' },
  role: 'analyst',
  state: 'invited',
  joinedAt: null,
  lastSeenAt: null,
  secondFactor: false,
  invitation: { by: 'Ada Moreau', at: ago(5 * hourMs), expiresAt: ago(-67 * hourMs) },
})

export const expired = memberOf({
  ...invited,
  id: '01920000-0000-7000-8000-00000000d006',
  person: { name: '', email: 'mei@northwind.example' },
  invitation: { by: 'Clara Osei', at: ago(8 * dayMs), expiresAt: ago(5 * dayMs) },
})

export const people: readonly TeamMember[] = [ada, clara, dana, rufus, invited, expired]

const seenBy = (member: TeamMember, you: boolean): TeamMember => ({ ...member, you })

/** The same team with the eyes of another one of them. */
export const peopleAs = (me: TeamMember) => people.map((one) => seenBy(one, one === me))
