import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import type { Say } from '@sonaqor/module/texts'
import { Button, RelativeTime, Table, useLocale, useText, type Column } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'

type User = KeyRotation['users'][number]

/** More than these are not read at a glance. */
const inView = 5

/** Who would be cut off: from where, by which program, at which endpoint. */
export function OldSecretUsers({ of: users }: { readonly of: readonly User[] }) {
  const say = useText()
  const locale = useLocale()
  const [areAll, showAll] = useState(false)
  const shown = areAll ? users : users.slice(0, inView)
  return (
    <div className="sq-rotation-users">
      <h4>{say(texts.whoUsesOld)}</h4>
      {users.length === 0 ? (
        <p className="sq-rotation-use">{say(texts.noOldUse)}</p>
      ) : (
        <Table
          caption={say(texts.whoUsesOld)}
          columns={columnsIn(say, locale)}
          rows={shown}
          keyOf={keyOfUser}
        />
      )}
      {shown.length < users.length && (
        <Button size="small" onClick={() => showAll(true)}>
          {say(texts.showAllUsers, { count: users.length })}
        </Button>
      )}
    </div>
  )
}

const keyOfUser = ({ ip, userAgent, method, path }: User) =>
  JSON.stringify([ip, userAgent, method, path])

const columnsIn = (say: Say, locale: string): readonly Column<User>[] => [
  { id: 'ip', title: say(texts.ipAddress), cell: ({ ip }) => <code>{ip}</code> },
  {
    id: 'agent',
    title: say(texts.userAgent),
    cell: ({ userAgent }) => userAgent ?? say(texts.agentUnknown),
  },
  {
    id: 'endpoint',
    title: say(texts.endpoint),
    cell: ({ method, path }) => (
      <code>
        {method} {path ?? '…'}
      </code>
    ),
  },
  {
    id: 'requests',
    title: say(texts.requests),
    align: 'end',
    cell: ({ requests }) => requests.toLocaleString(locale),
  },
  {
    id: 'seen',
    title: say(texts.lastSeen),
    cell: ({ lastAt }) => <RelativeTime at={lastAt} />,
  },
]
