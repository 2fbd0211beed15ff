import { endpointHeadersMax } from '@sonaqor/contract/webhook-bounds'
import { Button, Input, useText } from '@sonaqor/ui'
import { useId } from 'react'
import type { HeaderRow } from './endpoint-draft.ts'
import * as texts from './texts/en.ts'

export interface HeaderFieldsProps {
  readonly value: readonly HeaderRow[]
  /** The origin that those that are kept were given for, where they are not sent any more as they are. */
  readonly keptFor: string | undefined
  readonly error: string | undefined
  readonly onChange: (value: readonly HeaderRow[]) => void
}

/** What is sent along with each attempt. What one says is never shown again, and stays until it is written anew. */
export function HeaderFields({ value: rows, keptFor, error, onChange }: HeaderFieldsProps) {
  const id = useId()
  const say = useText()
  const set = (at: number, row: HeaderRow) =>
    onChange(rows.map((before, place) => (place === at ? row : before)))
  const isAsked = ({ isKept }: HeaderRow) => isKept === true && keptFor !== undefined
  const anew = rows.some(isAsked) && say(texts.headersAnew, { origin: keptFor ?? '' })
  return (
    <fieldset className="sq-field" aria-describedby={`${id}-hint`}>
      <legend className="sq-field-label">{say(texts.headers)}</legend>
      <p className="sq-field-hint" id={`${id}-hint`}>
        {say(texts.headersHint)}
      </p>
      {rows.map((row, at) => (
        // A row is told by its place alone: its name is being written.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="sq-wh-condition">
          <Input
            aria-label={say(texts.headerName, { number: at + 1 })}
            placeholder={exampleName}
            autoComplete="off"
            spellCheck={false}
            readOnly={row.isKept}
            value={row.name}
            onChange={(name) => set(at, { ...row, name })}
          />
          <Input
            aria-label={say(texts.headerValue, { number: at + 1 })}
            aria-invalid={isAsked(row) || undefined}
            aria-describedby={isAsked(row) ? `${id}-anew` : undefined}
            placeholder={row.isKept ? say(keptFor ? texts.headerAnew : texts.headerKept) : ''}
            autoComplete="off"
            spellCheck={false}
            value={row.value}
            onChange={(value) => set(at, { name: row.name, value })}
          />
          <Button
            look="quiet"
            icon="close"
            aria-label={say(texts.removeHeader, { number: at + 1 })}
            onClick={() => onChange(rows.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      {anew && (
        <p className="sq-field-error" id={`${id}-anew`}>
          {anew}
        </p>
      )}
      {error && !anew && <p className="sq-field-error">{error}</p>}
      {rows.length < endpointHeadersMax && (
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() => onChange([...rows, { name: '', value: '' }])}
          >
            {say(texts.addHeader)}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const exampleName = 'Authorization'
