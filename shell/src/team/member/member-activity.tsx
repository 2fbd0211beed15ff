import type { TeamDeed, TeamMember } from '@sonaqor/contract/team'
import { EnvironmentBadge } from '@sonaqor/module'
import { Empty, Loaded, LoadMore, RelativeTime, Skeleton, useText } from '@sonaqor/ui'
import { actionInWords } from '../../audit/action-words.ts'
import { nameOfActor } from '../../audit/actor-kinds.ts'
import { outcomeIn } from '../../team-log/deed-words.ts'
import * as logTexts from '../../team-log/texts/en.ts'
import { useActivity } from '../../team-log/use-team-log.ts'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'

/** What a member did and what was done to them, from the audit log, where its reading stands from now on. */
export function MemberActivity({ of: member }: { readonly of: TeamMember }) {
  const say = useText()
  const activity = useActivity(member.id)
  return (
    <Loaded
      of={activity}
      loading={<Skeleton rows={6} />}
      empty={
        <Empty title={say(texts.nothingDone)}>
          {say(texts.nothingDoneDetail, { name: calledOf(member) })}
        </Empty>
      }
    >
      {(entries) => (
        <>
          <ul className="sq-member-deeds">
            {entries.map((entry) => (
              <Deed key={entry.id} of={entry} member={member} />
            ))}
          </ul>
          <LoadMore counted={say(texts.entriesShown, { count: entries.length })} of={activity} />
        </>
      )}
    </Loaded>
  )
}

interface DeedProps {
  readonly of: TeamDeed
  readonly member: TeamMember
}

/** Of their own acts it says to whom, and of those of others by whom. */
function Deed({ of: deed, member }: DeedProps) {
  const say = useText()
  const { action, actor, at, about, environment, ip, target } = deed
  const isTheirs = actor.id === member.id
  const whom = isTheirs && target !== member.id ? about : undefined
  const beside = [whom, outcomeIn(say, deed)].filter(Boolean).join(' · ')
  return (
    <li>
      <span>
        {actionInWords(say, action)} {environment && <EnvironmentBadge of={environment} />}
        {beside && <span className="sq-member-aside"> {beside}</span>}
      </span>
      <span className="sq-member-aside">
        {isTheirs
          ? ip && `${ip} · `
          : `${say(logTexts.byWhom, { name: nameOfActor(say, actor) })} · `}
        <RelativeTime at={at} />
      </span>
    </li>
  )
}
