import type { TeamDeed } from '@sonaqor/contract/team'
import { useModule } from '@sonaqor/module'
import {
  Empty,
  Loaded,
  LoadMore,
  RelativeTime,
  Table,
  TableSkeleton,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { actionInWords } from '../audit/action-words.ts'
import { nameOfActor } from '../audit/actor-kinds.ts'
import { outcomeIn } from './deed-words.ts'
import * as texts from './texts/en.ts'
import { useTeamLog } from './use-team-log.ts'

/** What was done to the team, and by whom; each row leads to its entry in the audit log. */
export function TeamLog() {
  const say = useText()
  const { navigate } = useModule()
  const log = useTeamLog()
  const columns = columnsIn(say)
  return (
    <Loaded
      of={log}
      loading={<TableSkeleton columns={columns} rows={6} />}
      empty={<Empty title={say(texts.nothingYet)}>{say(texts.nothingYetDetail)}</Empty>}
    >
      {(rows) => (
        <>
          <Table
            caption={say(texts.tableOfLog)}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            nameOf={({ action, about }) =>
              say(texts.openEntry, { what: actionInWords(say, action), about: about ?? '' })
            }
            onOpen={({ id }) => navigate('home.audit', { entry: id })}
          />
          <LoadMore counted={say(texts.entriesShown, { count: rows.length })} of={log} />
          <p className="sq-team-aside">{say(texts.readingIsLogged)}</p>
        </>
      )}
    </Loaded>
  )
}

const columnsIn = (say: Say): readonly Column<TeamDeed>[] => [
  {
    id: 'what',
    title: say(texts.what),
    bone: 'lines',
    cell: (deed) => <What of={deed} />,
  },
  {
    id: 'whom',
    title: say(texts.whom),
    width: '28%',
    cell: ({ about }) => about && <span className="sq-team-name">{about}</span>,
  },
  {
    id: 'who',
    title: say(texts.who),
    width: '22%',
    cell: ({ actor }) => nameOfActor(say, actor),
  },
  {
    id: 'at',
    title: say(texts.when),
    width: '132px',
    cell: ({ at }) => <RelativeTime at={at} />,
  },
]

function What({ of: deed }: { readonly of: TeamDeed }) {
  const say = useText()
  const outcome = outcomeIn(say, deed)
  return (
    <>
      <div>{actionInWords(say, deed.action)}</div>
      {outcome && <div className="sq-team-aside">{outcome}</div>}
    </>
  )
}
