import type { LogFilter } from '@sonaqor/contract/logs'
import { Button, Input, SegmentedControl, Select } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { methods, statusGroups, type Narrowing } from './log-filter.ts'

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
      <PathSearch path={filter.path ?? ''} onSearch={(path) => onNarrow({ path })} />
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

interface PathSearchProps {
  readonly path: string
  readonly onSearch: (path: string) => void
}

/** Searches once the typing pauses; a filter that changes from outside is taken over. */
function PathSearch({ path, onSearch }: PathSearchProps) {
  const [typed, setTyped] = useState(path)
  const [taken, setTaken] = useState(path)
  const search = useEffectEvent(onSearch)
  if (taken !== path) {
    setTaken(path)
    setTyped(path)
  }

  useEffect(() => {
    if (typed === path) return
    const timer = setTimeout(() => search(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, path])

  return (
    <div className="sq-logs-path-search">
      <Input
        type="search"
        aria-label="Path begins with"
        placeholder="/v1/customers"
        value={typed}
        maxLength={200}
        onChange={setTyped}
      />
    </div>
  )
}
