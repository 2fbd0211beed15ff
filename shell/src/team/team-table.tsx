import type { TeamMember, TeamOrder } from '@sonaqor/contract/team'
import { adopt, RelativeTime, Said, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import type { MemberMenu } from './member/member-menu.tsx'
import { calledOf } from './team-acts.ts'
import { ComplianceBadge, FactorState, RoleBadge, StateBadge } from './team-badges.tsx'
import { isExpired } from './team-filter.ts'
import { orderIn } from './team-order.tsx'
import sheet from './team.css'
import * as texts from './texts/en.ts'
import type { TeamActs } from './use-team-acts.ts'

adopt(sheet)

interface ColumnsProps {
  readonly acts: TeamActs | undefined
  readonly onOpen: (member: TeamMember) => void
  /** It comes after the page; its place is kept. */
  readonly menu: typeof MemberMenu | undefined
}

export interface TeamTableProps extends ColumnsProps {
  readonly members: readonly TeamMember[]
  readonly openMember: string | undefined
  readonly order: TeamOrder
  readonly onOrder: (by: TeamOrder) => void
}

export function TeamTable({ members, openMember, order, onOrder, ...props }: TeamTableProps) {
  const say = useText()
  return (
    <Table
      caption={say(texts.tableOfTeam)}
      columns={columnsIn(say, props)}
      rows={members}
      keyOf={({ id }) => id}
      nameOf={(member) => say(texts.openMember, { name: calledOf(member) })}
      onOpen={props.onOpen}
      openKey={openMember}
      order={orderIn(order, onOrder)}
      isFaded={(member) => member.state === 'suspended' || isExpired(member)}
    />
  )
}

const noRows: ColumnsProps = { acts: undefined, onOpen: () => undefined, menu: undefined }

/** The same columns before their rows are there. */
export function TeamSkeleton() {
  return <TableSkeleton columns={columnsIn(useText(), noRows)} rows={5} />
}

const columnsIn = (say: Say, { acts, onOpen, menu: Menu }: ColumnsProps): Column<TeamMember>[] => [
  {
    id: 'name',
    title: say(texts.name),
    sort: 'name',
    bone: 'lines',
    cell: (member) => <Person of={member} />,
  },
  {
    id: 'role',
    title: say(texts.role),
    width: '168px',
    bone: 'badge',
    cell: ({ role, compliance }) => (
      <span className="sq-team-badges">
        <RoleBadge of={role} />
        {compliance && <ComplianceBadge />}
      </span>
    ),
  },
  {
    id: 'status',
    title: say(texts.status),
    width: '150px',
    bone: 'badge',
    cell: (member) => <StateBadge of={member} />,
  },
  {
    id: 'factor',
    title: say(texts.secondFactor),
    width: '136px',
    bone: 'badge',
    cell: (member) => <FactorState of={member} />,
  },
  {
    id: 'joined',
    title: say(texts.joined),
    sort: 'joined',
    width: '128px',
    isAside: 'but-in-cards',
    cell: ({ joinedAt }) => <When at={joinedAt} none={say(texts.notYet)} />,
  },
  {
    id: 'seen',
    title: say(texts.lastSeen),
    isAside: 'but-in-cards',
    sort: 'seen',
    width: '132px',
    cell: ({ lastSeenAt }) => <When at={lastSeenAt} none={say(texts.never)} />,
  },
  {
    id: 'acts',
    title: say(texts.actions),
    unseenTitle: true,
    align: 'end',
    width: '58px',
    cell: (member) =>
      Menu && acts ? (
        <Menu of={member} acts={acts} onOpen={onOpen} />
      ) : (
        <span className="sq-team-menu-place" />
      ),
  },
]

function Person({ of: member }: { readonly of: TeamMember }) {
  const say = useText()
  const { person, you, invitation } = member
  return (
    <>
      <div className="sq-team-name">
        {calledOf(member)}
        {you && <span className="sq-team-quiet"> {say(texts.thatIsYou)}</span>}
      </div>
      {person.name && <div className="sq-team-aside">{person.email}</div>}
      {invitation && <Invited by={invitation} isOver={isExpired(member)} />}
    </>
  )
}

interface InvitedProps {
  readonly by: NonNullable<TeamMember['invitation']>
  readonly isOver: boolean
}

function Invited({ by: { by, at, expiresAt }, isOver }: InvitedProps) {
  return (
    <div className="sq-team-aside">
      <Said
        of={isOver ? texts.invitedByOver : texts.invitedBy}
        with={{ name: by, when: <RelativeTime at={isOver ? expiresAt : at} /> }}
      />
    </div>
  )
}

interface WhenProps {
  readonly at: string | null
  readonly none: string
}

function When({ at, none }: WhenProps) {
  return at ? <RelativeTime at={at} /> : <span className="sq-team-quiet">{none}</span>
}
