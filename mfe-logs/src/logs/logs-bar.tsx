import type { LogFilter } from '@sonaqor/contract/logs'
import { Button, Input, SegmentedControl, Select } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { methods, soughtBy, statusGroups, type Narrowing } from './log-filter.ts'

export interface LogsBarProps {
  readonly filter: LogFilter
  readonly isFiltered: boolean
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onClear: () => void
}

/** What the list can be narrowed to. */
export function LogsBar({ filter, isFiltered, onNarrow, onClear }: LogsBarProps) {
  return (
    <>
      <SegmentedControl
        label="Status"
        segments={statusGroups}
        value={filter.status ?? 'all'}
        onChange={(status) => onNarrow({ status })}
      />
      <div className="sq-logs-method-choice">
        <Select
          aria-label="Method"
          options={methods}
          value={filter.method ?? 'any'}
          onChange={(method) => onNarrow({ method })}
        />
      </div>
      <Search
        sought={filter.requestId ?? filter.path ?? ''}
        onSearch={(text) => onNarrow(soughtBy(text))}
      />
      {filter.keyId && (
        <Button icon="close" onClick={() => onNarrow({ keyId: '' })}>
          One key alone
        </Button>
      )}
      {isFiltered && (
        <Button look="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </>
  )
}

const typingPauseMs = 300

interface SearchProps {
  readonly sought: string
  readonly onSearch: (text: string) => void
}

/** Searches once the typing pauses; a filter that changes from outside is taken over. */
function Search({ sought, onSearch }: SearchProps) {
  const [typed, setTyped] = useState(sought)
  const [taken, setTaken] = useState(sought)
  const search = useEffectEvent(onSearch)
  if (taken !== sought) {
    setTaken(sought)
    setTyped(sought)
  }

  useEffect(() => {
    if (typed === sought) return
    const timer = setTimeout(() => search(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, sought])

  return (
    <div className="sq-logs-path-search">
      <Input
        type="search"
        aria-label="Path begins with, or request id"
        placeholder="/v1/customers, or a request id"
        value={typed}
        maxLength={200}
        onChange={setTyped}
      />
    </div>
  )
}
