import type { App } from '@sonaqor/contract/apps'
import { ListBar } from '@sonaqor/module'
import { RangePicker, useText, type Filter, type Range } from '@sonaqor/ui'
import { endpointStateTitles } from '../endpoint/endpoint-badges.tsx'
import * as texts from '../texts/en.ts'
import { ranges, type EndpointsFilter, type Narrowing } from './endpoints-filter.ts'

export interface EndpointsBarProps {
  readonly filter: EndpointsFilter
  readonly range: Range
  /** The apps to choose from; undefined within one app, where there is no choice. */
  readonly apps: readonly App[] | undefined
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onRange: (range: Range) => void
  readonly onSeek: (search: string) => void
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly onClear: () => void
}

/** What the list can be narrowed to, and the time that its figures are of. */
export function EndpointsBar(props: EndpointsBarProps) {
  const { filter, range, apps, onNarrow, onRange, onSeek, isCovered, onClear } = props
  const say = useText()
  const state: Filter = {
    id: 'state',
    label: say(texts.state),
    options: Object.entries(endpointStateTitles).map(([value, title]) => ({
      value,
      label: say(title),
    })),
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
      label={say(texts.searchEndpoints)}
      sought={filter.search}
      filters={isAsked ? [state, app] : [state]}
      {...{ onSeek, isCovered, onClear }}
    >
      <RangePicker value={range} presets={ranges} onChange={onRange} />
    </ListBar>
  )
}
