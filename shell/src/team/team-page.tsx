import { Permitted, useModule, useParts } from '@sonaqor/module'
import { Button, Page, Skeleton, Tabs, useText, useToast } from '@sonaqor/ui'
import { TeamBar } from './team-bar.tsx'
import { useTeamFilter } from './team-filter.ts'
import { TeamList } from './team-list.tsx'
import { OrderChoice } from './team-order.tsx'
import * as texts from './texts/en.ts'
import { useTeamActs, type Asking, type TeamActs } from './use-team-acts.ts'
import { useFollowTeam, useTeam } from './use-team.ts'

function useWords() {
  const say = useText()
  return { title: say(texts.team), purpose: say(texts.purpose) }
}

export default function TeamPage() {
  const say = useText()
  return (
    <Permitted scope="team:read" to={say(texts.toSeeTeam)} page={useWords()}>
      <TeamOfTenant />
    </Permitted>
  )
}

function TeamOfTenant() {
  const say = useText()
  const { can } = useModule()
  const view = useTeamFilter()
  const { acts, asking, finish } = useTeamActs()
  useFollowTeam()
  const mayChange = can('team:write')
  const tabs = useTabs()
  const { id: tab } = tabs.find(({ id }) => id === view.tab) ?? { id: 'members' }
  const isCovered = Boolean(view.openMember ?? asking ?? view.above)
  const { parts, fetchAhead } = useTeamParts(isCovered || tab !== 'members', () => {
    finish()
    view.openAbove(undefined)
    view.turn('members')
  })
  const members = (
    <Members
      view={view}
      acts={acts}
      menu={parts?.MemberMenu}
      isCovered={isCovered}
      onReach={fetchAhead}
    />
  )
  return (
    <Page
      {...useWords()}
      actions={
        <PageActs
          mayInvite={mayChange && tab !== 'reviews'}
          onOpen={view.openAbove}
          onReach={fetchAhead}
        />
      }
    >
      {tabs.length > 1 ? (
        <Tabs label={say(texts.team)} tabs={tabs} value={tab} onChange={view.turn}>
          {tab === 'members' && members}
          {tab === 'log' && (parts ? <parts.TeamLog /> : <Skeleton rows={6} />)}
          {tab === 'reviews' && <Reviews parts={parts} view={view} />}
        </Tabs>
      ) : (
        members
      )}
      {parts && <Above parts={parts} view={view} acts={acts} asking={asking} onFinish={finish} />}
    </Page>
  )
}

type View = ReturnType<typeof useTeamFilter>
type Parts = typeof import('./team-parts.ts')

interface PageActsProps {
  readonly mayInvite: boolean
  readonly onOpen: View['openAbove']
  readonly onReach: () => void
}

function PageActs({ mayInvite, onOpen, onReach }: PageActsProps) {
  const say = useText()
  return (
    <>
      <Button onPointerEnter={onReach} onClick={() => onOpen('permissions')}>
        {say(texts.whatRolesMayDo)}
      </Button>
      {mayInvite && (
        <Button
          look="primary"
          icon="plus"
          onPointerEnter={onReach}
          onClick={() => onOpen('invite')}
        >
          {say(texts.invitePeople)}
        </Button>
      )}
    </>
  )
}

/** What of the team may be seen; members always may. */
function useTabs() {
  const say = useText()
  const { can } = useModule()
  return [
    { id: 'members' as const, label: say(texts.members), isThere: true },
    { id: 'log' as const, label: say(texts.activity), isThere: can('audit:read') },
    { id: 'reviews' as const, label: say(texts.accessReviews), isThere: can('team:write') },
  ].filter(({ isThere }) => isThere)
}

interface ReviewsProps {
  readonly parts: Parts | undefined
  readonly view: View
}

function Reviews({ parts, view: { openReview, showReview, showMember } }: ReviewsProps) {
  return parts ? (
    <parts.ReviewsTab review={openReview} onOpen={showReview} onMember={showMember} />
  ) : (
    <Skeleton rows={5} />
  )
}

interface AboveProps {
  readonly parts: Parts
  readonly view: View
  readonly acts: TeamActs
  readonly asking: Asking | undefined
  readonly onFinish: () => void
}

/** What is open above the page; a question about somebody lies over their drawer. */
function Above({ parts, view, acts, asking, onFinish }: AboveProps) {
  const { can } = useModule()
  const { openMember, showMember, above, openAbove } = view
  const close = () => openAbove(undefined)
  const leave = () => showMember(undefined)
  return (
    <>
      {openMember && (
        <parts.MemberDrawer
          key={openMember}
          id={openMember}
          acts={acts}
          isCovered={asking !== undefined}
          onClose={leave}
        />
      )}
      {asking && <parts.ActDialog {...asking} onClose={onFinish} onGone={leave} />}
      {can('team:write') && above === 'invite' && <parts.InviteDialog onClose={close} />}
      {above === 'permissions' && <parts.PermissionMatrix onClose={close} />}
    </>
  )
}

interface MembersProps extends Pick<
  Parameters<typeof TeamList>[0],
  'acts' | 'menu' | 'isCovered' | 'onReach'
> {
  readonly view: View
}

function Members({ view, isCovered, ...list }: MembersProps) {
  const { filter, order, sort, openMember, showMember } = view
  const team = useTeam(filter, order)
  return (
    <div className="sq-team-list">
      <TeamBar
        filter={filter}
        onNarrow={view.narrow}
        onSeek={view.seek}
        onClear={view.clear}
        isCovered={isCovered}
      >
        <OrderChoice order={order} onOrder={sort} />
      </TeamBar>
      <TeamList
        {...list}
        team={team}
        isCovered={isCovered}
        onClear={view.clear}
        onOpen={({ id }) => showMember(id)}
        openMember={openMember}
        order={order}
        onOrder={sort}
      />
    </div>
  )
}

function useTeamParts(isWanted: boolean, giveUp: () => void) {
  const say = useText()
  const toast = useToast()
  return useParts(
    () => import('./team-parts.ts'),
    isWanted,
    () => {
      giveUp()
      toast({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.notOpenedBecause) })
    },
  )
}
