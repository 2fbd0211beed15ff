import type { Role } from '@sonaqor/contract/access'
import type { TeamMember } from '@sonaqor/contract/team'
import { Badge, useText, type BadgeProps } from '@sonaqor/ui'
import { roleWords, stateWords } from './rights/role-words.ts'
import { isExpired } from './team-filter.ts'
import * as texts from './texts/en.ts'

type Look = Pick<BadgeProps, 'tone' | 'icon'>

/** Who may do more stands out more. */
const roleLooks: Readonly<Record<Role, Look>> = {
  owner: { tone: 'accent', icon: 'lock' },
  admin: { tone: 'info', icon: 'people' },
  developer: { icon: 'key' },
  analyst: { icon: 'chart' },
  viewer: { icon: 'person' },
}

const stateLooks: Readonly<Record<TeamMember['state'], Look>> = {
  active: { tone: 'success', icon: 'check' },
  invited: { tone: 'info', icon: 'clock' },
  suspended: { tone: 'warning', icon: 'pause' },
  removed: { tone: 'danger', icon: 'block' },
}

export function RoleBadge({ of: role }: { readonly of: Role }) {
  const say = useText()
  return <Badge {...roleLooks[role]}>{say(roleWords[role].title)}</Badge>
}

/** Whether somebody comes in; an invitation that ran out says so, for its link opens nothing. */
export function StateBadge({ of: member }: { readonly of: TeamMember }) {
  const say = useText()
  if (isExpired(member)) {
    return (
      <Badge tone="danger" icon="clock">
        {say(texts.inviteExpired)}
      </Badge>
    )
  }
  return <Badge {...stateLooks[member.state]}>{say(stateWords[member.state])}</Badge>
}

export function ComplianceBadge() {
  const say = useText()
  return <Badge icon="plus">{say(texts.compliance)}</Badge>
}

/** Whether a second factor is set up. Of who has not come yet there is nothing to say. */
export function FactorState({ of: member }: { readonly of: TeamMember }) {
  const say = useText()
  if (member.state === 'invited') return <span className="sq-team-quiet">–</span>
  return member.secondFactor ? (
    <Badge tone="success" icon="check">
      {say(texts.factorOn)}
    </Badge>
  ) : (
    <Badge tone="warning" icon="alert">
      {say(texts.factorOff)}
    </Badge>
  )
}
