import type { SupportAccess } from '@sonaqor/contract/support-access'
import { Badge, RelativeTime, Table, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { lengthOf, nameOf, stateWords } from './access-words.ts'
import * as texts from './texts/en.ts'

export interface PastTableProps {
  readonly rows: readonly SupportAccess[]
  readonly openId: string
  readonly onOpen: (id: string) => void
}

/** Looks that are over, and requests that came to nothing. */
export function PastTable({ rows, openId, onOpen }: PastTableProps) {
  const say = useText()
  return (
    <Table
      caption={say(texts.pastLooks)}
      columns={columnsIn(say)}
      rows={rows}
      keyOf={({ id }) => id}
      nameOf={(access) => say(texts.openLook, { name: nameOf(access, say) })}
      onOpen={({ id }) => onOpen(id)}
      openKey={openId}
    />
  )
}

const columnsIn = (say: Say): readonly Column<SupportAccess>[] => [
  { id: 'who', title: say(texts.who), cell: (access) => nameOf(access, say) },
  { id: 'reason', title: say(texts.reason), cell: ({ reason }) => reason },
  { id: 'outcome', title: say(texts.outcome), bone: 'badge', cell: (row) => <State of={row} /> },
  {
    id: 'length',
    title: say(texts.howLong),
    isAside: true,
    cell: ({ minutes }) => lengthOf(minutes, say),
  },
  {
    id: 'when',
    title: say(texts.when),
    align: 'end',
    cell: ({ askedAt }) => <RelativeTime at={askedAt} />,
  },
]

/** How it stands with it. */
export function State({ of: { state } }: { readonly of: SupportAccess }) {
  const say = useText()
  const [word, tone] = stateWords[state]
  return <Badge tone={tone}>{say(word)}</Badge>
}
