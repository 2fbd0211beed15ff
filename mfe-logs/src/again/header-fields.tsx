import { headerValueMax } from '@sonaqor/contract/log-again-bounds'
import { Field, Input, useText } from '@sonaqor/ui'
import * as texts from '../logs/entry/texts/en.ts'
import { sentHeaders, type AgainDraft } from './draft.ts'

export interface HeaderFieldsProps {
  readonly headers: AgainDraft['headers']
  readonly refused: Readonly<Record<string, string | undefined>>
  readonly onFill: (headers: AgainDraft['headers']) => void
}

/** The headers that may be chosen; they are seldom what was wrong, and wait to be opened. */
export function HeaderFields({ headers, refused, onFill }: HeaderFieldsProps) {
  const say = useText()
  return (
    <details className="sq-again-headers">
      <summary>{say(texts.requestHeaders)}</summary>
      {sentHeaders.map((name) => (
        <Field key={name} label={name} error={refused[name]}>
          <Input
            value={headers[name]}
            maxLength={headerValueMax}
            autoComplete="off"
            spellCheck={false}
            onChange={(value) => onFill({ ...headers, [name]: value })}
          />
        </Field>
      ))}
      <p className="sq-again-note">{say(texts.madeAnew)}</p>
    </details>
  )
}
