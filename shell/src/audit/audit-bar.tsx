import { useModule, useTyped } from '@sonaqor/module'
import { FilterBar, useText, writeRange, type Range } from '@sonaqor/ui'
import { idIn, type AuditFilter, type Narrowing } from './audit-filter.ts'
import { isPicked, rangeFilter } from './range-filter.ts'
import * as texts from './texts/en.ts'
import { useFilters } from './use-filters.ts'

export interface AuditBarProps {
  readonly filter: AuditFilter
  /** What the search says: words, or an address. */
  readonly sought: string
  readonly range: Range | undefined
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onSeek: (typed: string) => void
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly onClear: () => void
  /** What comes after the page. */
  readonly parts: typeof import('./audit-parts.ts') | undefined
}

/** What the log can be narrowed to. */
export function AuditBar(props: AuditBarProps) {
  const { filter, sought, range, onNarrow, onSeek, isCovered, onClear, parts } = props
  const say = useText()
  const { kind } = useModule()
  const filters = useFilters(filter, onNarrow)
  const [typed, setTyped] = useTyped(sought, onSeek, isCovered)
  const type = (words: string) => {
    const target = idIn(words)
    if (target) onNarrow({ target })
    else setTyped(words)
  }
  const clear = () => {
    setTyped('')
    onClear()
  }
  const choose = (next: string) => onNarrow({ range: next })

  return (
    <FilterBar
      search={{
        label: say(texts.search),
        value: typed,
        onChange: type,
        slash: kind === 'shell' ? 'page' : 'surface',
      }}
      filters={[...filters, rangeFilter(say, range, choose)]}
      onClear={clear}
    >
      {parts && isPicked(range) && (
        <parts.RangePicker value={range} onChange={(next) => choose(writeRange(next))} />
      )}
    </FilterBar>
  )
}
