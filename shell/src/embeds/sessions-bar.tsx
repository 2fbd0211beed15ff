import { ListBar, useModule } from '@sonaqor/module'
import { useText, type Filter } from '@sonaqor/ui'
import { sessionStates, type Narrowing, type SessionsFilter } from './sessions-filter.ts'
import * as texts from './texts/en.ts'
import { useAppChoice } from './use-sessions.ts'

export interface SessionsBarProps {
  readonly filter: SessionsFilter
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onSeek: (search: string) => void
  readonly onClear: () => void
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
}

/** What the list can be narrowed to. */
export function SessionsBar({ filter, onNarrow, onSeek, onClear, isCovered }: SessionsBarProps) {
  const say = useText()
  const { app } = useModule()
  const apps = useAppChoice()
  const state: Filter = {
    id: 'state',
    label: say(texts.state),
    options: Object.entries(sessionStates).map(([value, title]) => ({ value, label: say(title) })),
    value: filter.state,
    onChange: (chosen) => onNarrow({ state: chosen }),
  }
  const ofApp: Filter = {
    id: 'app',
    label: say(texts.app),
    options: apps.map(({ id, name }) => ({ value: id, label: name })),
    value: filter.appId,
    onChange: (appId) => onNarrow({ appId }),
  }
  const isAsked = !app && (apps.length > 1 || filter.appId !== '')
  return (
    <ListBar
      label={say(texts.searchSessions)}
      sought={filter.search}
      filters={isAsked ? [state, ofApp] : [state]}
      {...{ onSeek, isCovered, onClear }}
    />
  )
}
