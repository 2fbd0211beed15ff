import { Button, CodeBlock, Dialog, save, SegmentedControl, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { countOf, type ChosenLook } from './chosen-look.ts'
import * as texts from './texts/en.ts'
import { fileNames, forms, written, type Form } from './written-look.ts'

interface TakeDialogProps {
  readonly look: ChosenLook
  readonly onClose: () => void
}

const names = { script: texts.asScript, json: texts.asJson, css: texts.asCss } as const

/** The configuration to copy or to save: what was changed, and nothing else. */
export function TakeDialog({ look, onClose }: TakeDialogProps) {
  const say = useText()
  const [form, choose] = useState<Form>('script')
  const code = written(look, form)
  return (
    <Dialog
      title={say(texts.takeTitle)}
      onClose={onClose}
      actions={
        <Button
          look="primary"
          icon="download"
          onClick={() => save(new Blob([`${code}\n`], { type: 'text/plain' }), fileNames[form])}
        >
          {say(texts.download)}
        </Button>
      }
    >
      <p>{say(texts.takeDetail, { count: countOf(look) })}</p>
      <SegmentedControl
        label={say(texts.form)}
        segments={forms.map((value) => ({ value, label: say(names[value]) }))}
        value={form}
        onChange={choose}
      />
      <CodeBlock
        label={fileNames[form]}
        code={code === '' ? say(texts.nothingChanged) : code}
        language={form === 'json' ? 'json' : 'text'}
      />
      {form === 'css' && <p className="sq-appear-quiet">{say(texts.cssDetail)}</p>}
    </Dialog>
  )
}
