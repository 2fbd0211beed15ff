import type { TeamMember } from '@sonaqor/contract/team'
import { Copied, Fact, Facts, Moment, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { roleWords } from '../rights/role-words.ts'
import { isExpired } from '../team-filter.ts'
import * as texts from '../texts/en.ts'

/** What can be done about a fact. */
export type Beside = Readonly<Partial<Record<'compliance' | 'secondFactor', ReactNode>>>

interface MemberFactsProps {
  readonly of: TeamMember
  readonly beside?: Beside | undefined
}

/** What is known of a member, or of an invitation, a line each. */
export function MemberFacts({ of: member, beside }: MemberFactsProps) {
  const say = useText()
  const { person, role, id, invitation } = member
  return (
    <Facts>
      <Fact name={say(texts.email)}>
        <Copied text={person.email} what={say(texts.emailToCopy)}>
          {person.email}
        </Copied>
      </Fact>
      <Fact name={say(texts.role)} hint={say(roleWords[role].means)}>
        {say(roleWords[role].title)}
      </Fact>
      {invitation ? (
        <Invited of={member} by={invitation} />
      ) : (
        <Joined of={member} beside={beside} />
      )}
      <Fact name={say(invitation ? texts.inviteId : texts.memberId)}>
        <Copied text={id} what={say(invitation ? texts.inviteId : texts.memberId)} />
      </Fact>
    </Facts>
  )
}

function Joined({ of: member, beside }: MemberFactsProps) {
  const say = useText()
  const { compliance, joinedAt, lastSeenAt, secondFactor } = member
  return (
    <>
      <Fact name={say(texts.compliance)} hint={say(texts.complianceDetail)}>
        <span className="sq-member-beside">
          {say(compliance ? texts.held : texts.notHeld)}
          {beside?.compliance}
        </span>
      </Fact>
      <Fact
        name={say(texts.secondFactor)}
        {...(!secondFactor && { hint: say(texts.factorMissingHint) })}
      >
        <span className="sq-member-beside">
          {say(secondFactor ? texts.factorSetUp : texts.factorMissing)}
          {beside?.secondFactor}
        </span>
      </Fact>
      <Fact name={say(texts.joined)}>
        {joinedAt ? <Moment at={joinedAt} /> : say(texts.notYet)}
      </Fact>
      <Fact name={say(texts.lastSeen)}>
        {lastSeenAt ? <Moment at={lastSeenAt} /> : say(texts.never)}
      </Fact>
    </>
  )
}

interface InvitedProps {
  readonly of: TeamMember
  readonly by: NonNullable<TeamMember['invitation']>
}

function Invited({ of: member, by: { by, at, expiresAt } }: InvitedProps) {
  const say = useText()
  return (
    <>
      <Fact name={say(texts.invitedByName)}>{by}</Fact>
      <Fact name={say(texts.lastSent)}>
        <Moment at={at} />
      </Fact>
      <Fact name={say(isExpired(member) ? texts.linkExpired : texts.linkExpires)}>
        <Moment at={expiresAt} />
      </Fact>
    </>
  )
}
