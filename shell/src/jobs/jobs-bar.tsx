import { FilterBar, useText, type Filter } from '@sonaqor/ui'
import { jobStates, type JobsFilter } from './jobs-filter.ts'
import * as texts from './texts/en.ts'

export interface JobsBarProps {
  readonly filter: JobsFilter
  readonly onNarrow: (part: { readonly state?: string; readonly mine?: boolean }) => void
  readonly onClear: () => void
}

/** What the list can be narrowed to. */
export function JobsBar({ filter, onNarrow, onClear }: JobsBarProps) {
  const say = useText()
  const state: Filter = {
    id: 'state',
    label: say(texts.state),
    options: jobStates.map((value) => ({ value, label: say(texts.stateName, { state: value }) })),
    value: filter.state,
    onChange: (chosen) => onNarrow({ state: chosen }),
  }
  const who: Filter = {
    id: 'who',
    label: say(texts.by),
    options: [{ value: 'mine', label: say(texts.mine) }],
    value: filter.mine ? 'mine' : '',
    onChange: (chosen) => onNarrow({ mine: chosen !== '' }),
  }
  return <FilterBar filters={[state, who]} onClear={onClear} />
}
