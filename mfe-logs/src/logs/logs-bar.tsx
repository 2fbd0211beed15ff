import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import type { LogFilter } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { FilterBar, useText, type Filter } from '@sonaqor/ui'
import { useRef, type ReactNode } from 'react'
import type { LogQuery } from '../query/use-log-query.ts'
import * as texts from '../texts/en.ts'
import {
  asksForImported,
  chosenIn,
  importedPrefix,
  withImported,
  withoutImported,
} from '../query/written.ts'
import { groupTitles, methods, statusGroups, type Narrowing } from './log-filter.ts'
import type { Span } from './use-span.ts'
import { nameOfKey } from './use-names.ts'

export interface LogsBarProps {
  readonly filter: LogFilter
  readonly leftOutBy: (query: string) => LogFilter['without']
  readonly span: Span
  /** What there is to choose from; without a choice there is no question. */
  readonly apps: readonly App[]
  readonly keys: readonly Key[]
  readonly imported: string
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly query: LogQuery
  /** The focus has come to the bar: what it is worked with beside the list is wanted. */
  readonly onReach: () => void
  readonly onClear: () => void
  readonly children?: ReactNode
}

const isOver = ({ state }: Key) => state !== 'active'

/** What the list can be narrowed to. */
export function LogsBar(props: LogsBarProps) {
  const { filter, leftOutBy, span, apps, keys, imported } = props
  const { onNarrow, query, onReach, onClear, children } = props
  const say = useText()
  const { app: narrowedTo, kind } = useModule()
  const { typed, type, parts, fetchAhead } = query
  const field = useRef<HTMLInputElement>(null)
  const choiceOf = <Value extends string>(
    of: 'status' | 'method',
    values: readonly Value[],
  ): Pick<Filter, 'value' | 'onChange'> => {
    const { value, rest } = chosenIn(typed, of, values)
    const isWritten = !filter[of] && value !== undefined
    return {
      value: filter[of] ?? value ?? '',
      onChange: (next) => onNarrow({ [of]: next, ...(isWritten && { q: rest }) }),
    }
  }
  const status: Filter = {
    id: 'status',
    label: say(texts.status),
    options: statusGroups.map((value) => ({ value, label: say(groupTitles[value]) })),
    ...choiceOf('status', statusGroups),
  }
  const method: Filter = {
    id: 'method',
    label: say(texts.method),
    options: methods.map((value) => ({ value, label: value })),
    ...choiceOf('method', methods),
  }
  // What a selector says is said by no chip once more.
  const others = filter.status ? typed.trim() : chosenIn(typed.trim(), 'status', statusGroups).rest
  const shown = filter.method ? others : chosenIn(others, 'method', methods).rest
  const app: Filter = {
    id: 'app',
    label: say(texts.app),
    options: apps.map(({ id, name }) => ({ value: id, label: name })),
    value: filter.appId ?? '',
    onChange: (value) => onNarrow({ appId: value }),
  }
  const key: Filter = {
    id: 'key',
    label: say(texts.key),
    options: [
      // Those that are over have requests still, but are looked for less often.
      ...keys
        .toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)))
        .map((one) => ({
          value: one.id,
          label: nameOfKey(one, isOver(one) ? say(texts.keyOver, { state: one.state }) : ''),
        })),
      { value: importedPrefix, label: imported, under: say(texts.noKey) },
    ],
    value: filter.keyId ?? (asksForImported(typed, imported) ? importedPrefix : ''),
    onChange: (value) => {
      const rest = withoutImported(typed, imported)
      onNarrow(
        value === importedPrefix
          ? { keyId: '', q: withImported(rest) }
          : { keyId: value, ...(rest !== typed.trim() && { q: rest }) },
      )
    },
  }
  const said = key.value === importedPrefix ? withoutImported(shown, imported) : shown
  const reach = () => {
    fetchAhead()
    onReach()
  }
  const clear = () => {
    type('')
    onClear()
  }

  return (
    <div className="sq-logs-bar" onFocus={reach}>
      <FilterBar
        search={{
          label: say(texts.search),
          value: typed,
          onChange: type,
          shown: said,
          parts: parts?.chipsOf(said, query, { apps, keys, imported }, say),
          slash: kind === 'shell' ? 'page' : 'surface',
          field,
          below: parts && (
            <parts.QueryField
              field={field}
              typed={typed}
              onType={type}
              isDone={query.isDone}
              onDone={query.finish}
              onHold={query.onHold}
              names={{ apps, keys, imported }}
              filter={filter}
              leftOutBy={leftOutBy}
              span={span}
            />
          ),
        }}
        filters={[
          status,
          method,
          ...(!narrowedTo && (apps.length > 1 || filter.appId) ? [app] : []),
          ...(keys.length > 0 || filter.keyId ? [key] : []),
        ]}
        onClear={clear}
      >
        {children}
      </FilterBar>
    </div>
  )
}
