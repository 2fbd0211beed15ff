import { Button, Dialog, Field, Textarea, useText } from '@sonaqor/ui'
import { useState } from 'react'
import type { ChosenLook } from './chosen-look.ts'
import { readPasted, type PasteFault } from './pasted-look.ts'
import * as texts from './texts/en.ts'

interface BringDialogProps {
  readonly onBring: (look: ChosenLook) => void
  readonly onClose: () => void
}

/** Takes a configuration that somebody has already, and says exactly what of it is not right. */
export function BringDialog({ onBring, onClose }: BringDialogProps) {
  const say = useText()
  const [pasted, paste] = useState('')
  const [faults, setFaults] = useState<readonly PasteFault[]>([])
  const bring = () => {
    const read = readPasted(pasted)
    if (read.faults) return setFaults(read.faults)
    onBring(read.look)
    onClose()
  }
  const wordsOf = (fault: PasteFault) => {
    if (fault.kind === 'unknown') return say(texts.unknownToken, { name: fault.name })
    if (fault.kind === 'value') {
      return say(texts.wrongValue, { name: fault.name, value: fault.value.slice(0, 60) })
    }
    return say(fault.kind === 'empty' ? texts.nothingInIt : texts.notRead)
  }
  return (
    <Dialog
      title={say(texts.bringTitle)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button look="primary" onClick={bring}>
            {say(texts.bring)}
          </Button>
        </>
      }
    >
      <Field
        label={say(texts.configuration)}
        hint={say(texts.bringHint)}
        error={faults[0] && say(texts.faultsFound, { count: faults.length })}
      >
        <Textarea
          value={pasted}
          onChange={(text) => {
            paste(text)
            setFaults([])
          }}
          rows={10}
          spellCheck={false}
        />
      </Field>
      {faults.length > 0 && (
        <ul className="sq-appear-faults">
          {faults.slice(0, 12).map((fault) => (
            <li key={JSON.stringify(fault)}>{wordsOf(fault)}</li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
