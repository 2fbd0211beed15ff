import type { AuditEntry } from '@sonaqor/contract/audit'
import type { TeamMember } from '@sonaqor/contract/team'
import { EnvironmentBadge } from '@sonaqor/module'
import { Empty, Loaded, LoadMore, RelativeTime, Skeleton, useText } from '@sonaqor/ui'
import { actionInWords } from '../audit/action-words.ts'
import { calledOf } from './team-acts.ts'
import * as texts from './texts/en.ts'
import { useActivity } from './use-team.ts'

/** What a member did, from the audit log. That it was read stands there from now on as well. */
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
              <Deed key={entry.id} of={entry} />
            ))}
          </ul>
          <LoadMore counted={say(texts.entriesShown, { count: entries.length })} of={activity} />
        </>
      )}
    </Loaded>
  )
}

function Deed({ of: { action, at, environment, ip } }: { readonly of: AuditEntry }) {
  const say = useText()
  return (
    <li>
      <span>
        {actionInWords(say, action)} {environment && <EnvironmentBadge of={environment} />}
      </span>
      <span className="sq-member-aside">
        {ip && `${ip} · `}
        <RelativeTime at={at} />
      </span>
    </li>
  )
}
