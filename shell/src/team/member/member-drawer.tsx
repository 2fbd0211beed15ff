import type { TeamMember } from '@sonaqor/contract/team'
import { useFoothold, useModule } from '@sonaqor/module'
import {
  adopt,
  Banner,
  Button,
  Drawer,
  Loaded,
  Said,
  Skeleton,
  RelativeTime,
  Tabs,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { MayThey } from '../acts/may-they.tsx'
import { MemberActivity } from './member-activity.tsx'
import sheet from './member-drawer.css'
import { MemberFacts, type Beside } from './member-facts.tsx'
import { actWords, besides, calledOf, isHarsh, type Act } from '../team-acts.ts'
import { RoleBadge, StateBadge } from '../team-badges.tsx'
import { isExpired } from '../team-filter.ts'
import * as texts from '../texts/en.ts'
import type { TeamActs } from '../use-team-acts.ts'
import { useMember } from '../use-team.ts'

adopt(sheet)

export interface MemberDrawerProps {
  readonly id: string
  readonly acts: TeamActs
  /** A question about this member lies over it. */
  readonly isCovered: boolean
  readonly onClose: () => void
}

/** Everything about one member or invitation, and what can be done with it. */
export function MemberDrawer({ id, acts, isCovered, onClose }: MemberDrawerProps) {
  const say = useText()
  const reading = useMember(id, undefined)
  const member = reading.data
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  const offered = member ? acts.of(member).filter(({ name }) => !besides[name]) : []
  return (
    <div ref={place} tabIndex={-1} onFocus={onFocus}>
      <Drawer
        title={member ? calledOf(member) : say(texts.member)}
        aside={
          member && (
            <span className="sq-member-badges">
              <RoleBadge of={member.role} />
              <StateBadge of={member} />
            </span>
          )
        }
        actions={member && offered.length > 0 && <Acts of={member} offered={offered} acts={acts} />}
        onClose={onClose}
      >
        <Loaded of={reading} loading={<Skeleton rows={6} />}>
          {(read) =>
            read.state === 'invited' ? (
              <Invitation of={read} />
            ) : (
              <Parts
                of={read}
                beside={{
                  compliance: <ActBeside fact="compliance" of={read} acts={acts} />,
                  secondFactor: <ActBeside fact="secondFactor" of={read} acts={acts} />,
                }}
              />
            )
          }
        </Loaded>
      </Drawer>
    </div>
  )
}

function Invitation({ of: member }: { readonly of: TeamMember }) {
  const say = useText()
  const { invitation } = member
  return (
    <>
      {isExpired(member) && invitation && (
        <Banner tone="warning" title={say(texts.inviteExpired)}>
          <Said of={texts.linkIsOver} with={{ when: <RelativeTime at={invitation.expiresAt} /> }} />
        </Banner>
      )}
      <MemberFacts of={member} />
    </>
  )
}

const parts = ['facts', 'rights', 'activity'] as const
type Part = (typeof parts)[number]

interface PartsProps {
  readonly of: TeamMember
  /** What can be done about a fact, beside what is said of it. */
  readonly beside: Beside
}

function Parts({ of: member, beside }: PartsProps) {
  const say = useText()
  const { can } = useModule()
  const [part, turn] = useState<Part>('facts')
  const mayAsk = member.you || can('team:write')
  const tabs = [
    { id: 'facts' as const, label: say(texts.details), isThere: true },
    { id: 'rights' as const, label: say(texts.rights), isThere: mayAsk },
    { id: 'activity' as const, label: say(texts.activity), isThere: can('audit:read') },
  ].filter(({ isThere }) => isThere)
  if (tabs.length === 1) return <MemberFacts of={member} beside={beside} />
  return (
    <Tabs label={calledOf(member)} tabs={tabs} value={part} onChange={turn}>
      {part === 'facts' && <MemberFacts of={member} beside={beside} />}
      {part === 'rights' && <MayThey of={member} />}
      {part === 'activity' && <MemberActivity of={member} />}
    </Tabs>
  )
}

interface ActBesideProps {
  readonly fact: keyof Beside
  readonly of: TeamMember
  readonly acts: TeamActs
}

function ActBeside({ fact, of: member, acts }: ActBesideProps) {
  const say = useText()
  return acts
    .of(member)
    .filter(({ name, because }) => besides[name] === fact && !because)
    .map(({ name }) => (
      <Button key={name} size="small" onClick={() => acts.begin(name, member)}>
        {say(actWords[name])}
      </Button>
    ))
}

interface ActsProps {
  readonly of: TeamMember
  readonly offered: readonly Act[]
  readonly acts: TeamActs
}

/** What cannot be done now stands above the buttons with its reason, once; the mildest act comes last. */
function Acts({ of: member, offered, acts }: ActsProps) {
  const say = useText()
  const possible = offered.filter(({ because }) => !because).toReversed()
  const reason = offered.find(({ because }) => because)?.because
  return (
    <>
      {reason && <p className="sq-member-reason">{say(reason)}</p>}
      {possible.map(({ name }) => (
        <Button
          key={name}
          icon={isHarsh(name) ? 'block' : undefined}
          look={name === 'changeRole' || name === 'resend' ? 'primary' : 'plain'}
          onClick={() => acts.begin(name, member)}
        >
          {say(actWords[name])}
        </Button>
      ))}
    </>
  )
}
