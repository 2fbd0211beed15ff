import { useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Button } from '../button/button.tsx'
import { Input, Select, type Option } from '../field/controls.tsx'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import { useSingleKeys } from '../surface/single-keys.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { Chips } from './chips.tsx'
import sheet from './filter-bar.css'
import { useSlash, type SlashReach } from './use-slash.ts'

adopt(sheet)

/** One question that narrows a list. The empty value is no filter. */
export interface Filter {
  readonly id: string
  readonly label: string
  readonly options: readonly Option[]
  /** Of the options; another, such as an id whose name is not known here, is shown by its end. */
  readonly value: string
  readonly onChange: (value: string) => void
}

export interface Search {
  /** "Search keys" */
  readonly label: string
  readonly value: string
  /** Called at each letter; whoever asks a server for it waits for a pause. */
  readonly onChange: (value: string) => void
  /** As people say it, where ids stand in it; empty where the filters say all of it. */
  readonly shown?: string
  /** What it is made of, where each part can be taken off by itself. */
  readonly parts?: readonly { readonly name: string; readonly onRemove: () => void }[] | undefined
  /**
   * Where `/` is heard: a host of our own may give the whole page, a guest keeps to itself, and does not
   * promise it, for it is heard there only by who has been in it.
   */
  readonly slash?: SlashReach
  /** Where it is written in a language: `field` is for what completes it, and `below` stands behind it. */
  readonly field?: RefObject<HTMLInputElement | null>
  readonly below?: ReactNode
}

export interface FilterBarProps {
  readonly search?: Search
  readonly filters: readonly Filter[]
  /** Takes off all filters and empties the search. */
  readonly onClear: () => void
  /** What else narrows the list, such as a range of time. */
  readonly children?: ReactNode
}

/** What a list is narrowed by. Where there is little room, the selects wait behind one button. */
export function FilterBar({ search, filters: given, onClear, children }: FilterBarProps) {
  const id = useId()
  const say = useText()
  const [open, setOpen] = useState(false)
  const own = useRef<HTMLInputElement>(null)
  const field = search?.field ?? own
  const slash = useSingleKeys() ? (search?.slash ?? 'surface') : undefined
  useSlash(field, slash)
  const filters = given.map(withChosen)
  const active = filters.filter(({ value }) => value !== '')

  const removed = (act: () => void) => {
    act()
    // What was pressed goes away with its filter; the focus must not fall off the page.
    field.current?.focus()
  }

  return (
    // The element of this name is still too young for some of the pages that we are a guest in.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="sq-filters" role="search" aria-label={say(texts.searchAndFilters)}>
      <div className="sq-filters-row">
        {search && (
          <div className="sq-filters-search">
            <Icon name="search" />
            <Input
              ref={field}
              // Of the two, this one alone may be a combobox.
              type={search.field ? 'text' : 'search'}
              name="search"
              aria-label={search.label}
              aria-keyshortcuts={slash === 'page' ? '/' : undefined}
              placeholder={search.label}
              value={search.value}
              onChange={search.onChange}
            />
            {slash === 'page' && <kbd aria-hidden="true">/</kbd>}
          </div>
        )}
        {search?.below}
        {filters.length > 0 && (
          <div className="sq-filters-toggle">
            <Button
              icon="filter"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {active.length > 0
                ? say(texts.filtersActive, { count: active.length })
                : say(texts.filters)}
            </Button>
          </div>
        )}
        <div id={id} className="sq-filters-fields" data-open={open || undefined}>
          {filters.map((filter) => (
            <FilterSelect key={filter.id} {...filter} />
          ))}
        </div>
        {children}
      </div>
      <Chips
        filters={active}
        search={search?.value && search.shown !== '' ? search : undefined}
        onRemove={removed}
        onClear={() => removed(onClear)}
      />
    </div>
  )
}

/** An id that was come for is among the answers by its end, though nobody here may know its name. */
function withChosen(filter: Filter): Filter {
  const { options, value } = filter
  if (value === '' || options.some((option) => option.value === value)) return filter
  return { ...filter, options: [{ value, label: `…${value.slice(-4)}` }, ...options] }
}

function FilterSelect({ id, label, options, value, onChange }: Filter) {
  const say = useText()
  const all = { value: '', label: say(texts.anyOf, { label }) }
  return (
    <div className="sq-filters-field" data-active={value !== '' || undefined}>
      <Select
        name={id}
        aria-label={label}
        options={[all, ...options]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
