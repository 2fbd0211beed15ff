import type { App } from '@sonaqor/contract/apps'
import { ListBar } from '@sonaqor/module'
import { useText, type Filter } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import { keyStandings, type KeysFilter, type Narrowing } from './keys-filter.ts'

export interface KeysBarProps {
  readonly filter: KeysFilter
  /** The apps to choose from; undefined within one app, where there is no choice. */
  readonly apps: readonly App[] | undefined
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onSeek: (search: string) => void
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly onClear: () => void
  readonly children?: ReactNode
}

/** What the list can be narrowed to. */
export function KeysBar(props: KeysBarProps) {
  const { filter, apps, onNarrow, onSeek, isCovered, onClear, children } = props
  const say = useText()
  const state: Filter = {
    id: 'state',
    label: say(texts.state),
    options: Object.entries(keyStandings).map(([value, name]) => ({ value, label: name(say) })),
    value: filter.state,
    onChange: (chosen) => onNarrow({ state: chosen }),
  }
  const app: Filter = {
    id: 'app',
    label: say(texts.app),
    options: (apps ?? []).map(({ id, name }) => ({ value: id, label: name })),
    value: filter.appId,
    onChange: (appId) => onNarrow({ appId }),
  }
  const isAsked = apps && (apps.length > 1 || filter.appId !== '')

  return (
    <ListBar
      label={say(texts.searchKeys)}
      sought={filter.search}
      filters={isAsked ? [state, app] : [state]}
      {...{ onSeek, isCovered, onClear }}
    >
      {children}
    </ListBar>
  )
}
