import { roles } from '@sonaqor/contract/access'
import { ListBar } from '@sonaqor/module'
import { useText, type Filter } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { roleWords, stateWords } from './rights/role-words.ts'
import type { Narrowing, TeamFilter } from './team-filter.ts'
import * as texts from './texts/en.ts'

export interface TeamBarProps {
  readonly filter: TeamFilter
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onSeek: (search: string) => void
  readonly onClear: () => void
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly children?: ReactNode
}

/** What the team can be narrowed to. */
export function TeamBar({ filter, onNarrow, onSeek, onClear, isCovered, children }: TeamBarProps) {
  const say = useText()
  const filters: readonly Filter[] = [
    {
      id: 'role',
      label: say(texts.role),
      options: roles.map((role) => ({ value: role, label: say(roleWords[role].title) })),
      value: filter.role,
      onChange: (role) => onNarrow({ role }),
    },
    {
      id: 'state',
      label: say(texts.status),
      options: (['active', 'invited', 'suspended'] as const).map((state) => ({
        value: state,
        label: say(stateWords[state]),
      })),
      value: filter.state,
      onChange: (state) => onNarrow({ state }),
    },
    {
      id: 'factor',
      label: say(texts.secondFactor),
      options: [
        { value: 'yes', label: say(texts.factorSetUp) },
        { value: 'no', label: say(texts.factorMissing) },
      ],
      value: filter.factor,
      onChange: (factor) => onNarrow({ factor }),
    },
  ]
  return (
    <ListBar
      label={say(texts.searchTeam)}
      sought={filter.search}
      filters={filters}
      {...{ onSeek, isCovered, onClear }}
    >
      {children}
    </ListBar>
  )
}
