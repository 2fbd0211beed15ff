import { useState } from 'react'
import { Button } from '../button/button.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Form } from '../field/form.tsx'
import * as texts from '../texts/en.ts'
import type { Say } from '../texts/text.ts'
import { useText } from '../texts/use-text.ts'
import { fromField, instantsOf, toField, type Instants, type Range } from './range.ts'
import { viewersZone } from './words.ts'

interface CustomRangeProps {
  readonly value: Range
  readonly onChoose: (range: Instants) => void
}

/** Any two instants, in the system's own fields for them; they begin at what is shown now. */
export function CustomRange({ value, onChoose }: CustomRangeProps) {
  const say = useText()
  const [shown] = useState(() => instantsOf(value, Date.now()))
  const [fromText, setFromText] = useState(toField(shown.from))
  const [toText, setToText] = useState(toField(shown.to))
  const [isChecked, setIsChecked] = useState(false)
  const [from, to] = [fromField(fromText), fromField(toText)]
  const isBackwards = from !== undefined && to !== undefined && from >= to

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
        <Field
          label={say(texts.from)}
          error={isChecked && !from ? say(texts.chooseDateAndTime) : undefined}
        >
          <Input type="datetime-local" value={fromText} onChange={setFromText} />
        </Field>
        <Field
          label={say(texts.to)}
          hint={say(texts.timesAreIn, { zone: viewersZone() })}
          error={isChecked ? faultOf(to, isBackwards, say) : undefined}
        >
          <Input type="datetime-local" value={toText} onChange={setToText} />
        </Field>
      </Form>
    </fieldset>
  )
}

function faultOf(to: string | undefined, isBackwards: boolean, say: Say): string | undefined {
  if (!to) return say(texts.chooseDateAndTime)
  return isBackwards ? say(texts.endAfterStart) : undefined
}
