import { ingestsPerMinuteMax, requestsPerMinuteMax } from '@sonaqor/contract/key-pace'
import { Field, Input, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import * as care from '../texts/en.ts'

export interface PaceFieldProps {
  readonly value: string
  readonly error: string | undefined
  /** It was asked for from elsewhere, and has the focus. */
  readonly isFirst?: boolean
  readonly onChange: (value: string) => void
}

/** How often a key may ask, where that is less often than every key. */
export function PaceField({ value, error, isFirst = false, onChange }: PaceFieldProps) {
  const say = useText()
  return (
    <Field
      label={say(texts.requestsPerMinute)}
      hint={say(care.paceHint, { most: requestsPerMinuteMax, sent: ingestsPerMinuteMax })}
      error={error}
    >
      <Input
        value={value}
        inputMode="numeric"
        autoComplete="off"
        data-first={isFirst || undefined}
        onChange={onChange}
      />
    </Field>
  )
}
