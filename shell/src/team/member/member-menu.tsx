import type { TeamMember } from '@sonaqor/contract/team'
import { Menu, useText, type MenuItem } from '@sonaqor/ui'
import { actWords, calledOf, isHarsh, type Act } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import type { TeamActs } from '../use-team-acts.ts'

export interface MemberMenuProps {
  readonly of: TeamMember
  readonly acts: TeamActs
  readonly onOpen: (member: TeamMember) => void
}

/** All that can be done with a member or an invitation. */
export function MemberMenu({ of: member, acts, onOpen }: MemberMenuProps) {
  const say = useText()
  const itemOf = ({ name, because }: Act): MenuItem => ({
    id: name,
    label: say(actWords[name]),
    ...(isHarsh(name) && { danger: true }),
    disabledBecause: because && say(because),
    onChoose: () => acts.begin(name, member),
  })
  const offered = acts.of(member)
  const mild = offered.filter(({ name }) => !isHarsh(name))
  const harsh = offered.filter(({ name }) => isHarsh(name))
  const look = { id: 'open', label: say(texts.showDetails), onChoose: () => onOpen(member) }
  return (
    <Menu
      label={say(texts.actionsFor, { name: calledOf(member) })}
      icon="more"
      look="quiet"
      size="small"
      groups={[
        { id: 'see', items: [look] },
        { id: 'change', items: mild.map(itemOf) },
        { id: 'end', items: harsh.map(itemOf) },
      ].filter(({ items }) => items.length > 0)}
    />
  )
}
