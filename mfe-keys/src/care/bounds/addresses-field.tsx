import { isHeldBy } from '@sonaqor/contract/ip-range'
import { adopt, Button, Checkbox, Field, Textarea, useText } from '@sonaqor/ui'
import { useRef } from 'react'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import sheet from './addresses-field.css'
import { addressesIn, linesFor } from './bounds-draft.ts'

adopt(sheet)

export interface AddressesFieldProps {
  readonly value: string
  /** From where the key was used last, if it ever was. */
  readonly lastUsedIp: string | null
  /** The address that would be refused from then on; `own` where it is that of whoever changes it. */
  readonly shutOut: string | undefined
  /** And that is meant. */
  readonly isMeant: boolean
  readonly error: string | undefined
  /** It was asked for from elsewhere, and has the focus. */
  readonly isFirst?: boolean
  readonly onChange: (value: string) => void
  readonly onMean: (isMeant: boolean) => void
}

/** From where a key is taken. A list that shuts out whoever uses it now is said to do so, right here. */
export function AddressesField(props: AddressesFieldProps) {
  const { value, lastUsedIp, shutOut, isMeant, error, isFirst = false, onChange, onMean } = props
  const say = useText()
  const ranges = addressesIn(value)
  const place = useRef<HTMLDivElement>(null)
  const canAdd = lastUsedIp !== null && !isHeldBy(ranges, lastUsedIp)
  const warning =
    shutOut === 'own' ? say(care.shutsYouOut) : shutOut && say(care.shutsOut, { ip: shutOut })
  return (
    <div className="sq-addresses" ref={place}>
      <Field
        label={say(texts.allowedAddresses)}
        hint={say(texts.allowedAddressesHint)}
        error={error ?? (isMeant ? undefined : warning)}
      >
        <Textarea
          rows={linesFor(value)}
          value={value}
          autoComplete="off"
          spellCheck={false}
          data-first={isFirst || undefined}
          onChange={onChange}
        />
      </Field>
      {canAdd && (
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() => {
              onChange([...ranges, lastUsedIp].join('\n'))
              // The button goes with it, and what was added is read where it stands.
              place.current?.querySelector('textarea')?.focus()
            }}
          >
            {say(care.addLastUsed)}
          </Button>
        </div>
      )}
      {shutOut && !error && (
        <Checkbox label={say(care.shutOutMeant)} checked={isMeant} onChange={onMean} />
      )}
    </div>
  )
}
