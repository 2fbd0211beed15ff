import type { StaffPerson } from '@sonaqor/contract/staff'
import {
  Badge,
  Button,
  Empty,
  Loaded,
  Page,
  Refusal,
  RelativeTime,
  Said,
  Skeleton,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { ChangeRoleDialog, EndPersonDialog } from './change-person-dialogs.tsx'
import { roleTexts } from './role-texts.ts'
import { Row } from '../row.tsx'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { usePeople, useSendingLink } from './use-people.ts'

interface PeopleTabProps {
  readonly api: StaffApi
  /** Of whoever looks at it. */
  readonly ownId: string
}

type Doing =
  | { readonly act: 'add' }
  | { readonly act: 'role' | 'end'; readonly person: StaffPerson }

/** Who of Sonaqor is staff: security leads add them, put them into a role, and end what they may do. */
export function PeopleTab({ api, ownId }: PeopleTabProps) {
  const say = useText()
  const toast = useToast()
  const people = usePeople(api)
  const [doing, begin] = useState<Doing>()
  const sending = useSendingLink(api, ({ name }) =>
    toast({ tone: 'success', title: say(texts.linkSent, { name }) }),
  )
  const close = () => begin(undefined)
  return (
    <Page
      title={say(texts.peopleTab)}
      purpose={say(texts.peoplePurpose)}
      actions={
        <Button look="primary" onClick={() => begin({ act: 'add' })}>
          {say(texts.addEllipsis)}
        </Button>
      }
    >
      <Refusal error={sending.error} />
      <Loaded
        of={people}
        loading={<Skeleton rows={4} />}
        empty={<Empty title={say(texts.peopleTab)} />}
      >
        {(rows) => (
          <ul className="sq-console-list">
            {rows.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isOwn={person.id === ownId}
                busy={sending.busy}
                onSend={() => sending.write(person)}
                onBegin={(act) => begin({ act, person })}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {doing?.act === 'add' && (
        <AddPersonDialog api={api} onClose={close} onDone={() => void people.refetch()} />
      )}
      {doing?.act === 'role' && (
        <ChangeRoleDialog api={api} person={doing.person} onClose={close} onDone={people.refetch} />
      )}
      {doing?.act === 'end' && (
        <EndPersonDialog api={api} person={doing.person} onClose={close} onDone={people.refetch} />
      )}
    </Page>
  )
}

interface PersonRowProps {
  readonly person: StaffPerson
  readonly isOwn: boolean
  readonly busy: boolean
  readonly onSend: () => void
  readonly onBegin: (act: 'role' | 'end') => void
}

function PersonRow({ person, isOwn, busy, onSend, onBegin }: PersonRowProps) {
  const say = useText()
  const { name, email, role, state, secondFactor, since, lastSeenAt } = person
  const isActive = state === 'active'
  return (
    <Row
      name={name}
      badge={
        <>
          {isOwn && <Badge>{say(texts.you)}</Badge>}
          {!isActive && <Badge tone="danger">{say(texts.ended)}</Badge>}
          {isActive && !secondFactor && <Badge tone="warning">{say(texts.notReady)}</Badge>}
        </>
      }
      facts={[
        email,
        say(roleTexts[role]),
        <Said key="since" of={texts.staffSince} with={{ when: <RelativeTime at={since} /> }} />,
        lastSeenAt && (
          <Said key="seen" of={texts.lastSeen} with={{ when: <RelativeTime at={lastSeenAt} /> }} />
        ),
      ].filter(Boolean)}
      acts={
        <>
          {isActive && !secondFactor && (
            <Button busy={busy} onClick={onSend}>
              {say(texts.sendLink)}
            </Button>
          )}
          {isActive && (
            <Button onClick={() => onBegin('role')}>{say(texts.changeRoleEllipsis)}</Button>
          )}
          <Button onClick={() => onBegin('end')}>
            {say(isActive ? texts.endEllipsis : texts.letInEllipsis)}
          </Button>
        </>
      }
    />
  )
}
