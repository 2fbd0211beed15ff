import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import type { Filter, Search } from './filter-bar.tsx'

export interface ChipsProps {
  readonly filters: readonly Filter[]
  readonly search: Search | undefined
  /** Takes one off. */
  readonly onRemove: (act: () => void) => void
  readonly onClear: () => void
}

/** What the list is narrowed by at present; each can be taken off by itself. */
export function Chips({ filters, search, onRemove, onClear }: ChipsProps) {
  const say = useText()
  if (filters.length === 0 && !search) return null
  const parts = search && [
    {
      name: say(texts.quoted, { words: search.shown ?? search.value }),
      onRemove: () => search.onChange(''),
    },
  ]
  return (
    <ul className="sq-chips" aria-label={say(texts.activeFilters)}>
      {(search?.parts ?? parts)?.map((part, place) => (
        // The same may be written twice.
        // oxlint-disable-next-line react/no-array-index-key
        <Chip key={place} name={part.name} onRemove={() => onRemove(part.onRemove)} />
      ))}
      {filters.map((filter) => (
        <Chip
          key={filter.id}
          name={`${filter.label}: ${valueOf(filter)}`}
          onRemove={() => onRemove(() => filter.onChange(''))}
        />
      ))}
      <li>
        <Button look="quiet" size="small" onClick={onClear}>
          {say(texts.clearAll)}
        </Button>
      </li>
    </ul>
  )
}

function valueOf({ options, value }: Filter): string {
  return options.find((option) => option.value === value)?.label ?? value
}

interface ChipProps {
  readonly name: string
  readonly onRemove: () => void
}

function Chip({ name, onRemove }: ChipProps) {
  const say = useText()
  return (
    <li className="sq-chip">
      <span className="sq-chip-name">{name}</span>
      <button
        type="button"
        className="sq-chip-cross"
        aria-label={say(texts.remove, { what: name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
