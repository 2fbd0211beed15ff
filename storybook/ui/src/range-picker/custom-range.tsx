import { useState } from 'react'
import { Button } from '../button/button.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Form } from '../field/form.tsx'
import { useLocale } from '../surface/locale.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { instantsOf, type Instants, type Range } from './range.ts'
import { viewersZone } from './words.ts'
import { fromWritten, toWritten } from './written.ts'

interface CustomRangeProps {
  readonly value: Range
  readonly onChoose: (range: Instants) => void
}

/** Any two instants, as they are written in the reader's language; they begin at what is shown now. */
export function CustomRange({ value, onChoose }: CustomRangeProps) {
  const say = useText()
  const locale = useLocale()
  const [shown] = useState(() => instantsOf(value, Date.now()))
  const [fromText, setFromText] = useState(toWritten(shown.from, locale))
  const [toText, setToText] = useState(toWritten(shown.to, locale))
  const [isChecked, setIsChecked] = useState(false)
  const [from, to] = [fromWritten(fromText, locale), fromWritten(toText, locale, 'to')]
  const unread = say(texts.writeDateAndTime, { example: toWritten(shown.to, locale) })
  const isBackwards = from !== undefined && to !== undefined && from >= to
  const faultOfEnd = to ? isBackwards && say(texts.endAfterStart) : unread

  const apply = () => {
    setIsChecked(true)
    if (from && to && !isBackwards) onChoose({ from, to })
  }

  return (
    <fieldset className="sq-range-custom">
      <legend className="sq-unseen">{say(texts.customRange)}</legend>
      <Form
        onSubmit={apply}
        actions={
          <Button look="primary" type="submit">
            {say(texts.applyRange)}
          </Button>
        }
      >
        <Field label={say(texts.from)} error={isChecked && !from ? unread : undefined}>
          <Input {...ofFigures} value={fromText} onChange={setFromText} />
        </Field>
        <Field
          label={say(texts.to)}
          hint={say(texts.timesAreIn, { zone: viewersZone() })}
          error={(isChecked && faultOfEnd) || undefined}
        >
          <Input {...ofFigures} value={toText} onChange={setToText} />
        </Field>
      </Form>
    </fieldset>
  )
}

/** Figures run from left to right in every language. */
const ofFigures = { dir: 'ltr', autoComplete: 'off', spellCheck: false } as const
