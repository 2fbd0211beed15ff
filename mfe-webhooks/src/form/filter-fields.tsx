import type { EventTypeEntry } from '@sonaqor/contract/webhook-trials'
import {
  filterConditionsMax,
  filterOperators,
  type FilterOperator,
} from '@sonaqor/contract/webhook-bounds'
import { Button, Input, Select, useText } from '@sonaqor/ui'
import { useId } from 'react'
import {
  emptyRow,
  hasValue,
  pathsIn,
  readRows,
  writeRows,
  type ConditionRow,
} from './condition-rows.ts'
import { operatorTitles } from './condition-words.ts'
import * as texts from './texts/en.ts'

export interface FilterFieldsProps {
  /** As the draft has it. */
  readonly value: string
  /** Whose examples the places are taken from. */
  readonly types: readonly EventTypeEntry[]
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** What all has to hold of a payload, a row each; places are completed from the examples. */
export function FilterFields({ value, types, error, onChange }: FilterFieldsProps) {
  const id = useId()
  const say = useText()
  const rows = readRows(value)
  const set = (at: number, part: Partial<ConditionRow>) =>
    onChange(writeRows(rows.map((row, place) => (place === at ? { ...row, ...part } : row))))
  const paths = new Set(types.flatMap(({ example }) => pathsIn(example)))
  return (
    <fieldset className="sq-field" aria-describedby={`${id}-hint`}>
      <legend className="sq-field-label">{say(texts.filter)}</legend>
      <p className="sq-field-hint" id={`${id}-hint`}>
        {say(texts.filterHint)}
      </p>
      <datalist id={`${id}-paths`}>
        {[...paths].map((path) => (
          <option key={path}>{path}</option>
        ))}
      </datalist>
      {rows.map((row, at) => (
        // A row is told by its place alone: two may say the same.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="sq-wh-condition">
          <Input
            aria-label={say(texts.pathOf, { number: at + 1 })}
            aria-invalid={error && row.path.trim() === '' ? true : undefined}
            list={`${id}-paths`}
            placeholder={examplePath}
            autoComplete="off"
            spellCheck={false}
            value={row.path}
            onChange={(path) => set(at, { path })}
          />
          <Select<FilterOperator>
            aria-label={say(texts.operatorOf, { number: at + 1 })}
            options={filterOperators.map((operator) => ({
              value: operator,
              label: say(operatorTitles[operator]),
            }))}
            value={row.operator}
            onChange={(operator) => set(at, { operator })}
          />
          {hasValue(row) && (
            <Input
              aria-label={say(texts.valueOf, { number: at + 1 })}
              placeholder={row.operator === 'is-one-of' ? say(texts.severalValues) : ''}
              autoComplete="off"
              spellCheck={false}
              value={row.value}
              onChange={(next) => set(at, { value: next })}
            />
          )}
          <Button
            look="quiet"
            icon="close"
            aria-label={say(texts.removeCondition, { number: at + 1 })}
            onClick={() => onChange(writeRows(rows.filter((_, place) => place !== at)))}
          />
        </div>
      ))}
      {error && <p className="sq-field-error">{error}</p>}
      {rows.length < filterConditionsMax && (
        <div>
          <Button size="small" icon="plus" onClick={() => onChange(writeRows([...rows, emptyRow]))}>
            {say(texts.addCondition)}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const examplePath = 'data.state'
