import { useFoothold } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, useText } from '@sonaqor/ui'
import { TeamSkeleton, TeamTable, type TeamTableProps } from './team-table.tsx'
import * as texts from './texts/en.ts'
import type { useTeam } from './use-team.ts'

export interface TeamListProps extends Omit<TeamTableProps, 'members'> {
  readonly team: ReturnType<typeof useTeam>
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly onClear: () => void
  /** The pointer or the focus has come to the list. */
  readonly onReach: () => void
}

/** The people of one filter. Nobody sees an empty team, for whoever sees it belongs to it. */
export function TeamList({ team, isCovered, onClear, onReach, ...table }: TeamListProps) {
  const say = useText()
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  return (
    <div
      ref={place}
      className="sq-team-list"
      tabIndex={-1}
      onFocus={(event) => {
        onFocus(event)
        onReach()
      }}
      onPointerEnter={onReach}
    >
      <Loaded
        of={team}
        loading={<TeamSkeleton />}
        empty={
          <Empty
            title={say(texts.nobodyMatches)}
            action={<Button onClick={onClear}>{say(texts.clearFilters)}</Button>}
          >
            {say(texts.widerFilters)}
          </Empty>
        }
      >
        {(rows) => (
          <>
            <TeamTable members={rows} {...table} />
            <LoadMore counted={say(texts.membersShown, { count: rows.length })} of={team} />
          </>
        )}
      </Loaded>
    </div>
  )
}
